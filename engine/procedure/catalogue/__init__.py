"""Records of the national catalogue of administrative procedures, as facts of a procedure.

reader      read_record     a record, from the text or the JSON the catalogue gives out
draft       draft_facts     the facts a record tells, and what it leaves open or says twice
toml_writer written         the facts as procedure.toml
survey      survey          what many records say: online, free, bound to presence
"""
