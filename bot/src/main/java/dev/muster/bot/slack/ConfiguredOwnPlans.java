package dev.muster.bot.slack;

import dev.muster.bot.config.Config;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.own.Invitee;
import dev.muster.commands.alert.own.OwnChannel;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.own.OwnPlan;
import dev.muster.commands.incident.own.OwnPlans;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Shift;
import dev.muster.commands.people.PersonId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What incidents' own channels are to be, as the configuration says now. What a person declares
 * goes as the first route does that opens incidents in the same channel.
 *
 * @param url where people reach Muster
 */
public record ConfiguredOwnPlans(
    Supplier<Config> config, OnCall onCall, Optional<String> url, InstantSource clock)
    implements OwnPlans {

  @Override
  public Optional<OwnPlan> of(Incident incident) {
    var now = config.get();
    return now.routing().routes().stream()
        .filter(route -> isOf(route, incident))
        .findFirst()
        .flatMap(Route::own)
        .map(own -> plan(now, own));
  }

  @Override
  public Optional<String> page(Incident incident) {
    return url.map(at -> at.replaceFirst("/+$", "") + "/incidents/" + incident.id().value());
  }

  private static boolean isOf(Route route, Incident incident) {
    return incident
        .route()
        .map(route.name()::equals)
        .orElseGet(() -> route.channel().equals(Optional.of(incident.channel())));
  }

  private OwnPlan plan(Config now, OwnChannel own) {
    var invited = own.invite().stream().flatMap(one -> people(now, one)).distinct().toList();
    return new OwnPlan(own.name(), invited, own.archiveAfter(), now.zone());
  }

  private Stream<PersonId> people(Config now, Invitee invitee) {
    return switch (invitee.kind()) {
      case PERSON -> Stream.of(new PersonId(invitee.name()));
      case GROUP -> now.groups().getOrDefault(invitee.name(), List.of()).stream();
      case SCHEDULE ->
          now.schedules().stream()
              .filter(schedule -> schedule.name().equals(invitee.name()))
              .flatMap(schedule -> onCall.at(schedule, clock.instant()).stream())
              .map(Shift::person);
    };
  }
}
