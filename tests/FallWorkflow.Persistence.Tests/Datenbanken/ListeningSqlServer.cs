using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Tests.Datenbanken;

/// <summary>SQL Server's dialect on a connection that remembers what it is told and finds nothing.</summary>
internal sealed class ListeningSqlServer : DatabaseDialect
{
    private readonly SqlServerDialect _dialect = new();

    public HashSet<string> Statements { get; } = [];

    public override string Name => _dialect.Name;

    internal override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        _dialect.Configure(options, connectionString);
        options.UseSqlServer(new Connection(Statements));
    }

    internal override StoreFailure Classify(Exception exception) => _dialect.Classify(exception);

    private sealed class Connection(HashSet<string> statements) : DbConnection
    {
        private ConnectionState _state = ConnectionState.Closed;

        [AllowNull]
        public override string ConnectionString { get; set; } = "";

        public override string Database => "";

        public override string DataSource => "";

        public override string ServerVersion => "15.00";

        public override ConnectionState State => _state;

        public override void ChangeDatabase(string databaseName)
        {
        }

        public override void Close() => _state = ConnectionState.Closed;

        public override void Open() => _state = ConnectionState.Open;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this);

        protected override DbCommand CreateDbCommand() => new Command(this, statements);
    }

    private sealed class Transaction(DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        public override bool SupportsSavepoints => true;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }

        public override void Save(string savepointName)
        {
        }

        public override void Rollback(string savepointName)
        {
        }
    }

    private sealed class Command(DbConnection connection, HashSet<string> statements) : DbCommand
    {
        // EF configures the parameters as SqlClient's own.
        private readonly SqlCommand _parameters = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; } = connection;

        protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override int ExecuteNonQuery()
        {
            statements.Add(CommandText);
            return 0;
        }

        public override object? ExecuteScalar()
        {
            statements.Add(CommandText);
            return null;
        }

        public override void Prepare()
        {
        }

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            statements.Add(CommandText);
            // The answers that a caller cannot do without.
            var table = new DataTable();
            if (CommandText.StartsWith("SELECT COUNT(*)\n", StringComparison.Ordinal))
            {
                table.Columns.Add("n", typeof(int));
                table.Rows.Add(0);
            }
            else if (CommandText.StartsWith("SELECT MAX(", StringComparison.Ordinal))
            {
                table.Columns.Add("n", typeof(long));
                table.Rows.Add(DBNull.Value);
            }

            return table.CreateDataReader();
        }

        protected override void Dispose(bool disposing)
        {
            _parameters.Dispose();
            base.Dispose(disposing);
        }
    }
}
