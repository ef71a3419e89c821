"""The administrative layer: facts, forms, notices, calendar, legal clock, statuses, papers.

Everything here is pure: bytes and values in, values out; time is an argument.

    folder    read_procedure    a procedure's folder, read as a whole
    facts_reader  read_facts    procedure.toml
    forms     read_form, check_variables
    notices   read_notice
    calendar_reader  read_calendar
    clock     due_date, term_of; ledger: clock_events, keep_ledger
    status    project, status
"""
