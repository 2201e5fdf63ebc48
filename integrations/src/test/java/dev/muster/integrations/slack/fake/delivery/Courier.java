package dev.muster.integrations.slack.fake.delivery;

import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.strict.Target;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings things to the app, events up to four times, and notes what nobody took in time. */
public final class Courier {

  private static final int ATTEMPTS = 4;

  private final Ledger ledger;
  private volatile @Nullable Parcel last;
  private volatile Delivery delivery =
      (_, _) -> {
        throw new AssertionError("tell the fake Slack first where the app is: http() or sockets()");
      };

  public Courier(Ledger ledger) {
    this.ledger = ledger;
  }

  public void use(Delivery way) {
    delivery = way;
  }

  public Ack bring(Parcel parcel) {
    last = parcel;
    var most = parcel.sort().isBroughtAgain() ? ATTEMPTS : 1;
    var ack = delivery.attempt(parcel, Optional.empty());
    for (int number = 1; number < most && !ack.taken(); number++) {
      var retry = new Delivery.Retry(number, reasonOf(ack));
      ack = delivery.attempt(parcel, Optional.of(retry)).withAttempts(number + 1);
    }
    if (!ack.taken()) {
      noteMiss(parcel, ack);
    }
    return ack;
  }

  /** What came last comes once more. */
  public Ack repeatLast() {
    return repeat(Objects.requireNonNull(last, "nothing came yet"));
  }

  /** The same thing once more, as when Slack did not see that it was taken. */
  public Ack repeat(Parcel parcel) {
    return delivery.attempt(parcel, Optional.of(new Delivery.Retry(1, "http_timeout")));
  }

  private void noteMiss(Parcel parcel, Ack ack) {
    var what = Json.text(parcel.payload(), "type");
    var body = Json.object().put("text", what).put("status", ack.status());
    ledger.add(new Entry(Kind.UNANSWERED, Target.NONE, parcel.sort().envelope(), body));
  }

  private static String reasonOf(Ack ack) {
    return switch (ack.status()) {
      case 0 -> "http_timeout";
      case -1 -> "connection_failed";
      default -> "http_error";
    };
  }
}
