"""What the API tells, held against its own description."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema_rs
import pytest
from fastapi.testclient import TestClient

Told = Callable[[str], Any]


def closed(schema: Any) -> Any:
    """A schema that takes no field which it does not name."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: closed(one) for name, one in schema.items()}
    if isinstance(schema.get("properties"), dict):
        made["properties"] = {n: closed(s) for n, s in schema["properties"].items()}
        made.setdefault("additionalProperties", False)
    return made


@pytest.fixture(scope="module")
def description(client: TestClient) -> dict[str, Any]:
    """The OpenAPI description."""
    told: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return told


@pytest.fixture
def told(client: TestClient, description: dict[str, Any]) -> Callable[..., Any]:
    """Asks an address, by the path of the description, and holds the answer against its shape."""

    def ask(path: str, query: str = "", **parts: object) -> Any:
        answer = client.get(path.format(**parts) + (f"?{query}" if query else ""))
        assert answer.status_code == 200, answer.text
        operation = description["paths"][path]["get"]
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**closed(schema), "components": closed(description["components"])}
        jsonschema_rs.validate(whole, answer.json())
        return answer.json()

    return ask
