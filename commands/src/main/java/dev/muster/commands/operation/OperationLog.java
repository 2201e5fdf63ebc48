package dev.muster.commands.operation;

import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.runbooks.run.RunId;
import java.util.List;
import java.util.Optional;

/** Keeps what was done, for ever. Writing is part of the caller's transaction. Thread-safe. */
public interface OperationLog {

  OperationId add(Entry entry);

  /** Notes that an entry tells of these steps; answers those of which it did not tell before. */
  List<Trace> tell(OperationId id, List<Trace> steps);

  /** Adds to an entry that is there. */
  void append(OperationId id, List<Addendum> addenda);

  Optional<Operation> find(OperationId id);

  /** The entry that a run has written. */
  Optional<Operation> of(RunId run);

  /** The latest first, by when they began; the cursor is the number of the last one shown. */
  Page<Operation> list(OperationFilter filter, PageRequest page);
}
