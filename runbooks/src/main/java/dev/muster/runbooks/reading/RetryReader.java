package dev.muster.runbooks.reading;

import dev.muster.runbooks.language.Retry;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how often a failed step is tried again. */
record RetryReader(String kind, Set<String> codes) {

  private static final int MOST = 100;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final List<String> BACKOFFS = List.of("constant", "exponential");

  Shape<Retry> retry() {
    return Section.shape("a retry such as {max: 3, backoff: exponential, delay: 5s}", this::retry)
        .about("How often a failed step is tried again.");
  }

  private Retry retry(Section at) {
    var max = at.required("max", "3", Shapes.number(1, MOST).about("After the first attempt."));
    var backoff = at.optional("backoff", Shapes.oneOf("backoff", "backoffs", BACKOFFS));
    var delay = at.optional("delay", Durations.duration()).orElse(Retry.NEVER.delay());
    var longest = at.optional("maxDelay", Durations.duration());
    var exponential = backoff.filter("exponential"::equals).isPresent();
    if (at.has("maxDelay") && !exponential) {
      at.problem(
          at.placeOf("maxDelay"),
          "`maxDelay` is for `backoff: exponential`; delete it, or add that");
    }
    if (longest.filter(it -> it.compareTo(delay) < 0).isPresent()) {
      at.problem(at.placeOf("maxDelay"), "`maxDelay` is shorter than `delay`; make it longer");
    }
    var on =
        at.optional(
            "on",
            Collected.list("codes of failures such as [timeout]", code())
                .about("Which failures; all unless said."));
    var most = delay.compareTo(Retry.NEVER.maxDelay()) > 0 ? delay : Retry.NEVER.maxDelay();
    return new Retry(
        max.orElse(0), exponential, delay, longest.orElse(most), Set.copyOf(on.orElse(List.of())));
  }

  private Shape<String> code() {
    return Shapes.text("a code of a failure such as timeout", CODE)
        .where(
            code -> codes.isEmpty() || codes.contains(code),
            code ->
                "%s does not fail with %s%s"
                    .formatted(
                        Words.quoted(kind),
                        Words.quoted(code),
                        Words.insteadOf(code, codes.stream().sorted().toList(), "codes")));
  }
}
