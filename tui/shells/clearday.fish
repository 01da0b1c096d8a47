# What Tab offers after clearday and day in fish, made by: clearday completion fish
# It starts no program: all there is to offer was written down when it was made.

function __clearday_at --argument-names wanted wanted_place
    set -l words (commandline -opc)
    set -l command ''
    string match -q -r '(^|/)day$' -- $words[1]; and set command add
    set -e words[1]
    set -l place 0
    set -l is_value no
    for word in $words
        if test $is_value = yes
            set is_value no
            continue
        end
        switch "$command,$word"
            case @valued@
                set is_value yes
            case '*,-*'
            case ',*'
                set command $word
            case '*'
                set place (math $place + 1)
        end
    end
    test "$command" = "$wanted"; and test -z "$wanted_place" -o "$place" = "$wanted_place"
end

complete -c clearday -c day -f
@lines@
