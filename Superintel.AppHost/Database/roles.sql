-- Roles and schemas of the services, from the session's settings superintel.roles and superintel.<role>_password.
-- Quoted with apostrophes: the text travels through files in which a dollar sign begins a variable.
DO '
DECLARE
  service text;
  password text;
BEGIN
  EXECUTE format(''REVOKE ALL ON DATABASE %I FROM PUBLIC'', current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  FOREACH service IN ARRAY string_to_array(current_setting(''superintel.roles''), '','') LOOP
    password := current_setting(format(''superintel.%s_password'', service));
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
      EXECUTE format(''CREATE ROLE %I'', service);
    END IF;
    EXECUTE format(''ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD %L'', service, password);
    EXECUTE format(''GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I'', current_database(), service);
    EXECUTE format(''CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I'', service, service);
    EXECUTE format(''ALTER ROLE %I IN DATABASE %I SET search_path = %I, public'', service, current_database(), service);
  END LOOP;
END' LANGUAGE plpgsql;

-- Where the server has TimescaleDB loaded it is used; creating it where it is not loaded would end the session.
DO '
BEGIN
  IF current_setting(''timescaledb.disable_load'', true) IS NOT NULL
     AND EXISTS (SELECT FROM pg_available_extensions WHERE name = ''timescaledb'') THEN
    CREATE EXTENSION IF NOT EXISTS timescaledb WITH SCHEMA public;
  END IF;
END' LANGUAGE plpgsql;
