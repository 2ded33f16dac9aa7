"""The OpenAPI document of API v3, and what a change of it means to clients."""
