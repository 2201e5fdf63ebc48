package dev.muster.runbooks.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import java.util.Optional;

/** Tells the checker of our groups of names. */
record NamedTypes(ImmutableMap<String, CelType> byName) implements CelTypeProvider {

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(byName.values());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
