using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Cohorts;

/// <summary>Answers questions for cohort tables, and opens their cells, from the facts of customers.</summary>
public sealed class CohortQueries(
    CohortCatalog catalog, MetricQueries metrics, QueryRunner queries, Labels labels, IOptions<BusinessOptions> business)
{
    /// <summary>The table, limited to <paramref name="scope"/>; its early readings come from a second question.</summary>
    /// <exception cref="QuestionException">No such measure, no data for it, or a question beyond what the data reach.</exception>
    public async Task<CohortResult> AnswerAsync(CohortRequest request, AccessScope scope, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var measure = Find(request.Members.Metric);
        request = request with { Members = await metrics.ResolveAsync(request.Members, ct) };
        var state = await metrics.StateAsync(ct);
        var (horizon, since) = (HorizonOf(measure, request, state), SinceOf(measure, request, state));
        List<string> warnings =
        [
            .. CohortWarnings.Of(measure, request),
            .. MetricQueries.ToldLast(request.Members, horizon.AsOf, state.For(measure.Members).CompleteThrough!.Value.AddDays(1)),
        ];
        var answered = request.Ages.Where(age => CohortCompiler.CanTell(measure, request, age)).ToList();
        if (answered.Count == 0)
        {
            throw new QuestionException(new QuestionProblem(
                CohortWarnings.NeedsActivityBeyond(measure),
                $"{measure.Name} is known for {measure.ReachDays} days from the cohort day, and every age of the question ends later; ask for finer ages"));
        }

        // Ages that cannot be told keep their column; the rest stand first in it, as they come earlier.
        var asked = request with { Ages = answered };
        var table = CohortCompiler.Table(measure, asked, scope, horizon, since);
        var queryId = QueryRunner.NewQueryId();
        var cells = await queries.ReadAsync($"cohorts {measure.Name}", table, queryId, row => RawCohortCell.Read(row, asked), ct);
        var early = CohortCompiler.EarlyDay(measure, request, request.Ages[0]) is null
            ? null
            : CohortCompiler.Survival(measure, measure.Early!, asked, scope, horizon, since);
        var followed = early is null
            ? []
            : await queries.ReadAsync($"cohorts {measure.Name}, followed", early, QueryRunner.NewQueryId(), row => RawFollowed.Read(row, asked), ct);
        if (!cells.Exists(cell => cell.Untold > 0))
            since = null;
        else
            warnings.Add(MetricResult.BeforeData);
        var answer = new CohortAnswer(measure, request, horizon.CompleteThrough, await labels.ReadAsync(state.DataVersion, ct), cells, followed);
        return new CohortResult(
            measure.Info,
            RangeOf(request),
            horizon.AsOf,
            horizon.CompleteThrough,
            state.DataVersion,
            scope.Name,
            OwnerNames.Name(request.Members.Owner ?? measure.Members.DefaultOwner),
            answer.Cohorts(),
            answer.Pooled(),
            answer.PooledBy(),
            CohortWarnings.Estimators(measure, early is not null),
            warnings,
            table.Sql,
            early?.Sql,
            queryId,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            MetricQueries.UsedBy(request.Members),
            MetricQueries.OrganisationOf(request.Members),
            since);
    }

    /// <summary>One page of the customers behind a cell; their count equals the cell.</summary>
    /// <exception cref="QuestionException">No such measure, no data for it, or a cell beyond what the data reach.</exception>
    public async Task<CohortDrillResult> DrillAsync(CohortDrillRequest drill, AccessScope scope, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        drill = drill with { Question = drill.Question with { Members = await metrics.ResolveAsync(drill.Question.Members, ct) } };
        var request = drill.Question;
        var measure = Find(request.Members.Metric);
        var state = await metrics.StateAsync(ct);
        var (horizon, since) = (HorizonOf(measure, request, state), SinceOf(measure, request, state));
        if (!CohortCompiler.CanTell(measure, request, drill.Age))
        {
            throw new QuestionException(new QuestionProblem(
                CohortWarnings.NeedsActivityBeyond(measure), $"{measure.Name} is known for {measure.ReachDays} days from the cohort day, and age {drill.Age.Name} ends later"));
        }

        var count = CohortCompiler.Count(measure, drill, scope, horizon, since);
        var rows = (await queries.ReadAsync($"cohorts {measure.Name}", count, QueryRunner.NewQueryId(), DrillRows.ReadCount, ct)).Single().Rows;
        var page = CohortCompiler.Customers(measure, drill, scope, horizon, since);
        var queryId = QueryRunner.NewQueryId();
        var list = await queries.ReadAsync($"cohorts {measure.Name}", page, queryId, new DrillRows(measure.Members, drill.Part).Read, ct);
        var names = await metrics.NamesAsync(list, ct);
        var label = await labels.ReadAsync(state.DataVersion, ct);
        return new CohortDrillResult(
            measure.Info,
            RangeOf(request),
            horizon.AsOf,
            horizon.CompleteThrough,
            scope.Name,
            drill.CohortStart,
            drill.Age.Name,
            drill.Part,
            rows,
            [.. list.Select(row => row with
            {
                Name = Masking.Name(names.GetValueOrDefault(row.CustomerId, "")),
                EmployeeName = label(Dimensions.Employee, row.Employee),
            })],
            page.Sql,
            queryId,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static Horizon HorizonOf(CohortMeasure measure, CohortRequest request, DataState state)
    {
        var (horizon, missing) = MetricQueries.HorizonOf(measure.Members, request.Members, state);
        return horizon ?? throw new QuestionException(new QuestionProblem(
            "no_data", $"{measure.Name} needs {missing!.Replace("|", " or ", StringComparison.Ordinal)}, and none is loaded"));
    }

    // Null where everybody of the question joined once the data had begun, or nobody knows when they did.
    private static DateOnly? SinceOf(CohortMeasure measure, CohortRequest request, DataState state) =>
        state.SinceOf(measure.Members) is { } since && since > request.Members.Range.From ? since : null;

    private CohortMeasure Find(string name) =>
        catalog.Find(name) ?? throw new QuestionException(new QuestionProblem("unknown_measure", Nearest.Unknown("cohort measure", name, catalog.Names)));

    private CohortRange RangeOf(CohortRequest request) => new(
        request.Members.Range.From, request.Members.Range.To, request.Members.Grain, request.AgeGrain, request.Mode, request.Criterion, business.Value.TimeZone);
}
