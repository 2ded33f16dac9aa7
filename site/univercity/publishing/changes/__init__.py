"""What a transaction changed in public: noted as it was before, compared, told after the commit.

``recording`` notes what is touched, in the states of ``states``; after the commit ``settling`` has
``consequences`` find out what is different (``differences``) and who shows it: pages that refer to
it (``dependents``) or list it (``listings``), in each language (``versions``). ``keys`` names what
answers depend on. ``translation.source_changes`` is about what translators see instead.
"""
