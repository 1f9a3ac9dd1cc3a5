-- Makes the database and the account of the service; may run again, and then sets the account's password.
IF DB_ID(N'FallWorkflow') IS NULL
    CREATE DATABASE FallWorkflow;
GO
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'fallworkflow')
    CREATE LOGIN fallworkflow WITH PASSWORD = N'$(SERVICE_PASSWORD)', DEFAULT_DATABASE = FallWorkflow;
ELSE
    ALTER LOGIN fallworkflow WITH PASSWORD = N'$(SERVICE_PASSWORD)';
GO
USE FallWorkflow;
GO
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'fallworkflow')
    CREATE USER fallworkflow FOR LOGIN fallworkflow;
GO
ALTER ROLE db_owner ADD MEMBER fallworkflow;
GO
