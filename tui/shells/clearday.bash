# What Tab offers after clearday and day in bash, made by: clearday completion bash
# It starts no program: all there is to offer was written down when it was made.

_clearday() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    # bash takes --format=json apart at the sign.
    [[ $current == "=" ]] && current=""
    [[ $before == "=" ]] && before=${COMP_WORDS[COMP_CWORD - 2]}
    local command="" place=0 position offered="" files=""
    [[ ${COMP_WORDS[0]##*/} == day ]] && command=add
    for ((position = 1; position < COMP_CWORD; position++)); do
        case $command,${COMP_WORDS[position]} in
            @valued@)
                [[ ${COMP_WORDS[position + 1]} == "=" ]] && ((position++))
                ((position++)) ;;
            *,-*) ;;
            ,*) command=${COMP_WORDS[position]} ;;
            *) ((place++)) ;;
        esac
    done
    case $command,$before in
@values@
        *)
            case $command,$place,$current in
@options@
@places@
            esac ;;
    esac
    [[ $files ]] || compopt +o default 2> /dev/null
    COMPREPLY=($(compgen -W "$offered" -- "$current"))
}
complete -o default -F _clearday clearday day
