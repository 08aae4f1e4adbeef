namespace PrivateDomainBI.Core.Metrics;

/// <summary>Why a question cannot be answered: a stable code, and plain words with what to do instead.</summary>
public sealed record QuestionProblem(string Code, string Message);

/// <summary>A question that the data or the catalogue cannot answer, found only while answering it.</summary>
public sealed class QuestionException(QuestionProblem problem) : Exception(problem.Message)
{
    public QuestionProblem Problem { get; } = problem;
}
