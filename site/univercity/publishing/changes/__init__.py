"""What a transaction changed in public: noted as it was before, compared, told after the commit."""
