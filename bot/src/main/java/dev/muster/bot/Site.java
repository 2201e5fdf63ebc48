package dev.muster.bot;

import dev.muster.bot.api.ApiAccess;
import dev.muster.bot.api.ApiRoutes;
import dev.muster.bot.api.CommandApi;
import dev.muster.bot.api.ReadingApi;
import dev.muster.bot.config.Config;
import dev.muster.bot.http.Blocking;
import dev.muster.bot.http.HealthRoutes;
import dev.muster.bot.http.Intake;
import dev.muster.bot.http.IntakeRoutes;
import dev.muster.bot.http.Readiness;
import dev.muster.integrations.postgres.intake.PostgresAlertHistory;
import dev.muster.integrations.postgres.intake.PostgresDeliveryHistory;
import io.vertx.ext.web.Router;

/** Everything that is served over HTTP. A new set of pages is one line here. */
final class Site {

  private final Settings settings;
  private final Config config;
  private final Stores stores;
  private final Services services;
  private final Readiness readiness;
  private final Metrics metrics;

  Site(Settings settings, Config config, Stores stores, Services services, Readiness readiness) {
    this.settings = settings;
    this.config = config;
    this.stores = stores;
    this.services = services;
    this.readiness = readiness;
    this.metrics = Metrics.of(stores);
  }

  void mount(Blocking blocking, Router router) {
    health(blocking).mount(router);
    router.route().handler(readiness::gate);
    var intake =
        new Intake(services.commit(), services.intake(), services.clock(), metrics.registry());
    new IntakeRoutes(config, intake, blocking).mount(router);
    api(blocking).mount(router);
  }

  void mountManagement(Blocking blocking, Router router) {
    health(blocking).mount(router);
  }

  private HealthRoutes health(Blocking blocking) {
    return new HealthRoutes(readiness, stores.database()::answers, metrics.registry(), blocking);
  }

  private ApiRoutes api(Blocking blocking) {
    var database = stores.database();
    var reading =
        new ReadingApi(
            stores.incidents(),
            new PostgresAlertHistory(database),
            new PostgresDeliveryHistory(database));
    return new ApiRoutes(
        new ApiAccess(settings.apiToken(), settings.isDemo()),
        reading,
        new CommandApi(config, services.commands().router()),
        blocking);
  }
}
