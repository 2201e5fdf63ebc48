package dev.muster.runbooks.testing;

import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Retry;
import dev.muster.runbooks.language.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A step while it is put together. */
final class Parts {

  private final Step from;
  private Action action;
  private Optional<Expression> onlyIf;
  private Optional<Expression> forEach;
  private Optional<Duration> timeout;
  private Retry retry;
  private OnFailure onFailure;
  private Optional<Boolean> idempotent;
  private Optional<Expression> expect;
  private Map<String, Expression> outputs;
  private Optional<Action> rollback;
  private boolean pointOfNoReturn;
  private Optional<Action> dryRun;
  private Optional<Template> acceptable;

  private Parts(Step from) {
    this.from = from;
    this.action = from.action();
    this.onlyIf = from.onlyIf();
    this.forEach = from.forEach();
    this.timeout = from.timeout();
    this.retry = from.retry();
    this.onFailure = from.onFailure();
    this.idempotent = from.idempotent();
    this.expect = from.expect();
    this.outputs = from.outputs();
    this.rollback = from.rollback();
    this.pointOfNoReturn = from.pointOfNoReturn();
    this.dryRun = from.dryRun();
    this.acceptable = from.acceptable();
  }

  static Parts of(Step from) {
    return new Parts(from);
  }

  Parts action(Action next) {
    action = next;
    return this;
  }

  Parts onlyIf(Expression next) {
    onlyIf = Optional.of(next);
    return this;
  }

  Parts forEach(Expression next) {
    forEach = Optional.of(next);
    return this;
  }

  Parts timeout(Duration next) {
    timeout = Optional.of(next);
    return this;
  }

  Parts retry(Retry next) {
    retry = next;
    return this;
  }

  Parts onFailure(OnFailure next) {
    onFailure = next;
    return this;
  }

  Parts idempotent() {
    idempotent = Optional.of(true);
    return this;
  }

  Parts expect(Expression next) {
    expect = Optional.of(next);
    return this;
  }

  Parts outputs(Map<String, Expression> next) {
    outputs = next;
    return this;
  }

  Parts rollback(Action next) {
    rollback = Optional.of(next);
    return this;
  }

  Parts pointOfNoReturn() {
    pointOfNoReturn = true;
    return this;
  }

  Parts dryRun(Action next) {
    dryRun = Optional.of(next);
    return this;
  }

  Parts acceptable(Template next) {
    acceptable = Optional.of(next);
    return this;
  }

  Step step() {
    return new Step(
        from.id(),
        from.name(),
        action,
        onlyIf,
        forEach,
        timeout,
        retry,
        onFailure,
        idempotent,
        expect,
        outputs,
        rollback,
        pointOfNoReturn,
        dryRun,
        acceptable);
  }
}
