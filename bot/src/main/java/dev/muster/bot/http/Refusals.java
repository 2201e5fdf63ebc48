package dev.muster.bot.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers who comes too early or asks for what is not there: programs with a problem, people with a
 * page.
 */
public final class Refusals {

  private static final Set<String> PAGES = Set.of("/", "/chat", "/login");
  private static final List<String> OF_PROGRAMS = List.of("/api", "/v1", "/v2");

  private final Readiness readiness;
  private final Notices notices;

  public Refusals(Readiness readiness, Notices notices) {
    this.readiness = readiness;
    this.notices = notices;
  }

  /** Lets requests through once ready; tells the others to come again. */
  public void gate(RoutingContext context) {
    if (readiness.isServing()) {
      context.next();
    } else if (isForPeople(context) || PAGES.contains(context.normalizedPath())) {
      notReadyPage(context);
    } else {
      Problem.unavailable(readiness.reason() + ". Try again in a few seconds.")
          .send(context.response());
    }
  }

  /** Answers what no route of the router does. */
  public void mount(Router router) {
    router.errorHandler(400, this::unreadable);
    router.errorHandler(404, context -> notFound(context, router));
    router.errorHandler(405, context -> wrongMethod(context, router));
  }

  private void notReadyPage(RoutingContext context) {
    var lines = new ArrayList<String>();
    if (!readiness.reason().equals(readiness.headline())) {
      lines.add(readiness.reason() + ".");
    }
    context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
    if (context.request().method().equals(HttpMethod.GET)) {
      context.response().putHeader("Refresh", "3");
      lines.add("This page tries again by itself.");
    } else {
      lines.add("Nothing was done. Try again in a moment.");
    }
    notices.show(context, 503, readiness.headline() + " …", lines);
  }

  /** Vert.x waits for no page here: whatever is not answered at once it answers itself. */
  private void unreadable(RoutingContext context) {
    Problem.of(400, "Unreadable", "The address cannot be read. It may have been cut off.")
        .send(context.response());
  }

  private void notFound(RoutingContext context, Router router) {
    var path = context.normalizedPath();
    if (isForPeople(context)) {
      var line = "Nothing is at " + path + ". The address may have been cut off.";
      notices.show(context, 404, "There is no such page", List.of(line));
      return;
    }
    var known =
        OF_PROGRAMS.stream()
            .filter(area -> isUnder(area, path))
            .flatMap(area -> paths(router, area))
            .distinct()
            .collect(Collectors.joining(", "));
    var hint = known.isEmpty() ? "" : " Known: " + known + ".";
    Problem.of(404, "Not found", "Nothing is at " + path + "." + hint).send(context.response());
  }

  private void wrongMethod(RoutingContext context, Router router) {
    var path = context.normalizedPath();
    var allowed =
        router.getRoutes().stream()
            .filter(route -> path(route).filter(pattern -> fits(pattern, path)).isPresent())
            .flatMap(Refusals::methods)
            .sorted()
            .distinct()
            .collect(Collectors.joining(", "));
    context.response().putHeader(HttpHeaders.ALLOW, allowed);
    if (isForPeople(context)) {
      var line = "Pages of Muster send something to " + path + ". Nothing was done.";
      notices.show(context, 405, "There is nothing to see here", List.of(line));
      return;
    }
    var method = context.request().method().name();
    var detail = path + " takes " + allowed + ", and this was " + method + ".";
    Problem.of(405, "Method not allowed", detail).send(context.response());
  }

  /** A browser, or the script of one of our pages. */
  private static boolean isForPeople(RoutingContext context) {
    var path = context.normalizedPath();
    var accept = context.request().getHeader(HttpHeaders.ACCEPT);
    return OF_PROGRAMS.stream().noneMatch(area -> isUnder(area, path))
        && ((accept != null && accept.contains("text/html"))
            || context.request().getHeader("HX-Request") != null);
  }

  private static boolean isUnder(String area, String path) {
    return path.equals(area) || path.startsWith(area + "/");
  }

  private static Stream<String> paths(Router router, String area) {
    return router.getRoutes().stream()
        .filter(route -> methods(route).findAny().isPresent())
        .flatMap(route -> path(route).stream())
        .filter(path -> isUnder(area, path))
        .map(path -> path.replaceAll(":(\\w+)", "{$1}"));
  }

  private static Optional<String> path(Route route) {
    return Optional.ofNullable(route.getPath());
  }

  private static Stream<String> methods(Route route) {
    var methods = route.methods();
    return methods == null ? Stream.empty() : methods.stream().map(HttpMethod::name);
  }

  /** Whether a path is of a route's form, such as {@code /incidents/:id}. */
  private static boolean fits(String pattern, String path) {
    var wanted = pattern.split("/", -1);
    var parts = path.split("/", -1);
    if (wanted.length != parts.length) {
      return false;
    }
    for (var i = 0; i < parts.length; i++) {
      if (!wanted[i].startsWith(":") && !wanted[i].equals(parts[i])) {
        return false;
      }
    }
    return true;
  }
}
