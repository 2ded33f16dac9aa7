"""How content becomes JSON: shapes, fields of ``api_fields``, types of blocks, problems."""
