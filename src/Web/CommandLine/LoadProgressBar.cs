using PrivateDomainBI.Ingest.Loads;
using Spectre.Console;

namespace PrivateDomainBI.Web.CommandLine;

// The progress of a load on standard error, where a person is looking at it; nothing where nobody is.
internal static class LoadProgressBar
{
    public static async Task<LoadResult> ShowAsync(Func<IProgress<LoadProgress>, Task<LoadResult>> load)
    {
        if (Console.IsErrorRedirected)
            return await load(new Silence());
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(context => load(new Bar(context.AddTask(Words(LoadStep.Waiting)))));
    }

    private static string Words(LoadStep step) => step switch
    {
        LoadStep.Waiting => "Waiting for another load",
        LoadStep.Receiving => "Receiving",
        LoadStep.Checking => "Checking",
        LoadStep.Planning => "Comparing with what is known",
        LoadStep.Writing => "Writing",
        LoadStep.Facts => "Computing facts",
        LoadStep.Done => "Done",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, message: null),
    };

    private sealed class Silence : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            task.Description = Words(value.Step);
            task.MaxValue = Math.Max(1, value.BytesInAll);
            task.Value = value.BytesRead;
            task.IsIndeterminate = value.Step is not (LoadStep.Receiving or LoadStep.Done);
        }
    }
}
