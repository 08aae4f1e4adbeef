using PrivateDomainBI.Testing;

[assembly: AssemblyFixture(typeof(TestEngine))]

// One engine with two cores behind it: tests side by side would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
