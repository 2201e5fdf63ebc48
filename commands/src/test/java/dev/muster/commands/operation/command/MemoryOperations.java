package dev.muster.commands.operation.command;

import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.operation.OperationLog;
import dev.muster.commands.operation.Trace;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.runbooks.run.RunId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** An operation log in memory, the newest entry first. Thread-safe. */
public final class MemoryOperations implements OperationLog {

  private final List<Operation> all = new CopyOnWriteArrayList<>();

  @Override
  public OperationId add(Entry entry) {
    var id = new OperationId(all.size() + 1L);
    all.addFirst(new Operation(id, entry, List.of()));
    return id;
  }

  @Override
  public List<Trace> tell(OperationId id, List<Trace> steps) {
    return steps;
  }

  @Override
  public void append(OperationId id, List<Addendum> addenda) {
    all.replaceAll(one ->
        one.id().equals(id)
            ? new Operation(
                id, one.entry(), Stream.concat(one.addenda().stream(), addenda.stream()).toList())
            : one);
  }

  @Override
  public Optional<Operation> find(OperationId id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Operation> of(RunId run) {
    return all.stream().filter(one -> one.entry().run().equals(Optional.of(run))).findFirst();
  }

  @Override
  public Page<Operation> list(OperationFilter filter, PageRequest page) {
    var before = page.after(OperationId::parse).map(OperationId::value).orElse(Long.MAX_VALUE);
    var found =
        all.stream()
            .filter(one -> one.id().value() < before)
            .filter(one -> filter.since().filter(one.account().at()::isBefore).isEmpty())
            .filter(one -> filter.until().filter(at -> !one.account().at().isBefore(at)).isEmpty())
            .filter(one ->
                filter.words().words().stream()
                    .allMatch(one.account().what().toLowerCase(Locale.ROOT)::contains))
            .toList();
    var shown = found.stream().limit(page.limit()).toList();
    var next =
        found.size() > shown.size()
            ? Optional.of(shown.getLast().id().toString())
            : Optional.<String>empty();
    return new Page<>(shown, next);
  }
}
