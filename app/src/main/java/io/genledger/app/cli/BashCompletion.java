package io.genledger.app.cli;

import io.genledger.domain.report.Dimension;
import java.util.List;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * A completion script for bash: picocli's, and the values of the ledger for options that filter by
 * a dimension.
 */
final class BashCompletion {

    private static final String COMPLETED = "complete -F _complete_genledger -o default";

    /**
     * Bash splits words at colons, which models contain, and at equals signs. {@code cursor} is the
     * whole text of the value so far. An error, such as that there is no ledger, completes nothing.
     */
    private static final String VALUES =
            """
            # Completes the values of the ledger; all else is picocli's.
            function _complete_genledger_values() {
              local at=$COMP_CWORD cursor="${COMP_WORDS[COMP_CWORD]}" db=()
              while (( at > 1 )) && [[ "${COMP_WORDS[at]}" == : || "${COMP_WORDS[at - 1]}" == : ]]; do
                (( at-- ))
                cursor="${COMP_WORDS[at]}$cursor"
              done
              if [[ "$cursor" == = ]]; then
                cursor=''
              elif [[ "${COMP_WORDS[at - 1]}" == = ]]; then
                (( at-- ))
              fi
              local option="${COMP_WORDS[at - 1]}"
              local i
              for (( i = 1; i < COMP_CWORD - 1; i++ )); do
                [[ "${COMP_WORDS[i]}" == --db ]] && db=(--db "${COMP_WORDS[i + 1]}")
              done
              cursor=${cursor#[\\"\\']}
              case "$option" in
                OPTIONS)
                  local value colons=${cursor%"${cursor##*:}"}
                  COMPREPLY=()
                  while IFS= read -r value; do
                    COMPREPLY+=("$(printf '%q' "${value#"$colons"}")")
                  done < <(genledger "${db[@]}" values "${option#--}" "$cursor" 2>/dev/null)
                  return 0
                  ;;
              esac
              _complete_genledger
            }

            """;

    private BashCompletion() {}

    static String of(CommandLine program) {
        return AutoComplete.bash("genledger", program)
                .replace(
                        COMPLETED,
                        VALUES.replace("OPTIONS", String.join("|", options()))
                                + "complete -F _complete_genledger_values -o default");
    }

    /** The options that take a value of a dimension. */
    static List<String> options() {
        return Dimension.ofLedger().stream()
                .filter(BashCompletion::hasValues)
                .map(dimension -> "--" + dimension.label())
                .collect(Collectors.toList());
    }

    private static boolean hasValues(Dimension dimension) {
        return switch (dimension) {
            case REQUEST -> false;
            default -> !dimension.isTime();
        };
    }
}
