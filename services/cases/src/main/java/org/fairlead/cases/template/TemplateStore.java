package org.fairlead.cases.template;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStart;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.NewCase;
import org.fairlead.cases.field.FieldStore;
import org.fairlead.cases.field.FieldValues;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.StaleRecord;
import org.fairlead.cases.task.NewTask;
import org.fairlead.cases.task.TaskStore;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The templates of teams, and cases made from them.
@ApplicationScoped
class TemplateStore {

    private final Clock clock;
    private final CaseStore cases;
    private final TaskStore tasks;
    private final FieldStore fields;

    @Inject
    TemplateStore(Clock clock, CaseStore cases, TaskStore tasks, FieldStore fields) {
        this.clock = clock;
        this.cases = cases;
        this.tasks = tasks;
        this.fields = fields;
    }

    Uni<List<Template>> all(Mutiny.StatelessSession session) {
        return session.createSelectionQuery(
                        "from TemplateEntity t order by t.name, t.id", TemplateEntity.class)
                .getResultList()
                .map(rows -> rows.stream().map(TemplateEntity::template).toList());
    }

    Uni<Template> one(Mutiny.StatelessSession session, UUID id) {
        return row(session, id, LockMode.NONE).map(TemplateEntity::template);
    }

    private static Uni<TemplateEntity> row(
            Mutiny.StatelessSession session, UUID id, LockMode lock) {
        return session.get(TemplateEntity.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    Uni<Template> add(Mutiny.StatelessSession session, Acting acting, NewTemplate wanted) {
        Instant now = clock.instant();
        var row = new TemplateEntity();
        row.id = TimeOrderedId.at(now);
        row.team = acting.team();
        row.show(wanted, acting.caller().username(), now);
        return mustBeFree(session, row)
                .chain(() -> mustFitFields(session, acting, wanted))
                .chain(() -> session.insert(row))
                .replaceWith(row::template);
    }

    Uni<Template> change(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID id,
            String expected,
            NewTemplate wanted) {
        return row(session, id, LockMode.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (!EntityTags.matches(expected, row.version)) {
                        throw new StaleRecord("the template", row.template(), row.version);
                    }
                    row.show(wanted, acting.caller().username(), clock.instant());
                })
                .call(row -> mustBeFree(session, row))
                .call(row -> mustFitFields(session, acting, wanted))
                .call(session::update)
                .map(TemplateEntity::template);
    }

    private static Uni<Void> mustBeFree(Mutiny.StatelessSession session, TemplateEntity row) {
        return session.createSelectionQuery(
                        "select count(t) from TemplateEntity t where t.name = :name and t.id <> :id",
                        Long.class)
                .setParameter("name", row.name)
                .setParameter("id", row.id)
                .getSingleResult()
                .invoke(held -> {
                    if (held > 0) {
                        throw new ProblemException(
                                CaseProblem.NAME_TAKEN,
                                "The team has a template of that name. Change that one, or take another name.");
                    }
                })
                .replaceWithVoid();
    }

    /// Said when the template is made, not to whoever opens a case with it months later.
    private Uni<Void> mustFitFields(
            Mutiny.StatelessSession session, Acting acting, NewTemplate wanted) {
        return fields.of(session, acting.team())
                .invoke(own ->
                        Objects.requireNonNull(
                                FieldValues.merged(
                                        "{}",
                                        Objects.requireNonNull(wanted.content()).fields(),
                                        own)))
                .replaceWithVoid();
    }

    Uni<CaseRef> open(
            Mutiny.StatelessSession session, Acting acting, UUID id, @Nullable String title) {
        return one(session, id)
                .chain(template -> {
                    if (template.isRetired()) {
                        throw new ProblemException(
                                CaseProblem.TEMPLATE_RETIRED,
                                "No case begins with it any more. Choose another template.");
                    }
                    return fields.of(session, acting.team())
                            .chain(own -> {
                                TemplateContent content = template.content();
                                return cases.open(
                                        session,
                                        acting,
                                        newCase(template, title),
                                        new CaseStart(
                                                due(content.dueWithin()),
                                                Optional.ofNullable(content.tags())
                                                        .orElse(List.of()),
                                                FieldValues.merged("{}", content.fields(), own),
                                                "from the template " + template.name()));
                            })
                            .call(owner -> tasks(session, acting, owner, template.content()));
                });
    }

    private static NewCase newCase(Template template, @Nullable String title) {
        TemplateContent content = template.content();
        String own = content.title() == null ? template.name() : content.title();
        return new NewCase(
                title == null || title.isBlank() ? own : title,
                content.summary(),
                content.priority(),
                content.visibility(),
                content.handling(),
                null);
    }

    private Uni<Void> tasks(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef owner,
            TemplateContent content) {
        Uni<Void> all = Uni.createFrom().voidItem();
        List<TemplateContent.Step> steps = content.tasks();
        for (TemplateContent.Step step : steps == null ? List.<TemplateContent.Step>of() : steps) {
            var task = new NewTask(step.title(), step.detail(), null, null, due(step.dueWithin()));
            all =
                    all.chain(() ->
                            tasks.open(session, owner.team(), owner.id(), acting.actor(), task)
                                    .replaceWithVoid());
        }
        return all;
    }

    private @Nullable Instant due(java.time.@Nullable Duration within) {
        return within == null ? null : clock.instant().plus(within);
    }
}
