"""Walking through the pages of a list of API v3."""


def get(client, address, status=200):
    """Return the answer as JSON, once it has the ``status``."""
    response = client.get(address)
    assert response.status_code == status, response.content[:500]
    return response.json()


def walk(client, address):
    """Return the items of all pages of a list, from ``address`` on."""
    items = []
    while address:
        answer = get(client, address)
        items += answer["items"]
        address = answer["next"]
    return items


def titles(client, address):
    return [item["title"] for item in walk(client, address)]
