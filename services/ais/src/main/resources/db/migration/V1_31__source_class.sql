-- How the source of a file hears: it decides how late its reports may be.
alter table job add source_class text not null default 'terrestrial'
    check (source_class in ('terrestrial', 'satellite', 'unknown'));
