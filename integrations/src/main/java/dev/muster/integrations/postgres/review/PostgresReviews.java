package dev.muster.integrations.postgres.review;

import dev.muster.commands.runbook.review.Review;
import dev.muster.commands.runbook.review.Reviews;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reviews in PostgreSQL. Thread-safe. */
public final class PostgresReviews implements Reviews {

  private final Database database;

  public PostgresReviews(Database database) {
    this.database = database;
  }

  @Override
  public void add(Review review) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into glass_review
                    (run_id, step, title, asked, by_person, by_name, reason, broken_at)
                values (:run, :step, :title, :asked, :person, :name, :reason, :at)
                """)
            .bind("run", review.run().value())
            .bind("step", review.step().toString())
            .bind("title", review.title())
            .bind("asked", review.asked())
            .bind("person", review.by().id())
            .bind("name", review.by().name())
            .bind("reason", review.reason())
            .bind("at", Rows.utc(review.at()))
            .execute());
  }

  @Override
  public List<Review> open(int most) {
    return database.with(handle ->
        handle
            .createQuery(
                "select * from glass_review where closed_at is null order by id limit :most")
            .bind("most", most)
            .map((row, _) -> review(row))
            .list());
  }

  @Override
  public long countOpen() {
    return database.with(handle ->
        handle
            .createQuery("select count(*) from glass_review where closed_at is null")
            .mapTo(Long.class)
            .one());
  }

  @Override
  public List<Review> of(RunId run) {
    return database.with(handle ->
        handle
            .createQuery("select * from glass_review where run_id = :run order by id")
            .bind("run", run.value())
            .map((row, _) -> review(row))
            .list());
  }

  @Override
  public int close(RunId run, Review.Closed closed) {
    return database.with(handle ->
        handle
            .createUpdate(
                """
                update glass_review set closed_at = :at, closed_person = :person,
                    closed_name = :name, found = :found
                where run_id = :run and closed_at is null and by_person <> :person
                """)
            .bind("run", run.value())
            .bind("at", Rows.utc(closed.at()))
            .bind("person", closed.by().id())
            .bind("name", closed.by().name())
            .bind("found", closed.words())
            .execute());
  }

  private static Review review(ResultSet row) throws SQLException {
    return new Review(
        new RunId(row.getLong("run_id")),
        StepPath.parse(row.getString("step")).orElseThrow(),
        row.getString("title"),
        row.getString("asked"),
        new Who(row.getString("by_person"), row.getString("by_name")),
        row.getString("reason"),
        Rows.instant(row, "broken_at"),
        closed(row));
  }

  private static Optional<Review.Closed> closed(ResultSet row) throws SQLException {
    var at = Rows.optionalInstant(row, "closed_at");
    if (at.isEmpty()) {
      return Optional.empty();
    }
    var by = new Who(row.getString("closed_person"), row.getString("closed_name"));
    return Optional.of(new Review.Closed(by, row.getString("found"), at.get()));
  }
}
