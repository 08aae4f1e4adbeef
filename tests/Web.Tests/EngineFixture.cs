using PrivateDomainBI.Testing;

[assembly: AssemblyFixture(typeof(TestEngine))]
