#compdef clearday day
# What Tab offers after clearday and day in zsh, made by: clearday completion zsh
# It starts no program: all there is to offer was written down when it was made.

_clearday() {
    local curcontext=$curcontext state line
    typeset -A opt_args
    if [[ $service == day ]]; then
        _clearday_in add
        return
    fi
    local -a commands
    commands=(
@commands@
    )
    _arguments -C \
@first@
        '1:command:->command' '*::argument:->argument'
    case $state in
        command) _describe command commands ;;
        argument) _clearday_in $line[1] ;;
    esac
}

_clearday_in() {
    case $1 in
@rest@
    esac
}

if [[ $funcstack[1] == _clearday ]]; then
    _clearday "$@"
else
    compdef _clearday clearday day
fi
