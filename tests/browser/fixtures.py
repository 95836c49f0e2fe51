"""Cards as the chat API sends them, one of each kind that stands by itself."""

from typing import Any

CARDS: dict[str, dict[str, Any]] = {
    "case": {
        "kind": "case",
        "audience": "helpline",
        "area": "stoke",
        "age": {"low": 8, "high": 8},
        "role": "displayed",
        "behaviours": [{"id": "touch_child_private_parts", "title": "Touching another child's private parts"}],
        "known": [
            {"name": "age", "title": "Age", "words": "8", "change": "change:age"},
            {"name": "factor:secrecy", "title": "Kept secret", "words": "No", "change": "change:factor:secrecy"},
        ],
        "unknown": [
            {
                "name": "factor:coercion",
                "title": "Force, threats, bribes, tricks or pressure",
                "change": "change:factor:coercion",
                "matters": True,
            },
            {
                "name": "send",
                "title": "Learning disability or special needs",
                "change": "change:send",
                "matters": False,
            },
        ],
        "colour": "amber",
        "continuum": "problematic",
        "reasons": ["While it is not known whether there was pressure, the answer is amber at least."],
        "provisional": True,
    },
    "script": {
        "kind": "script",
        "read": ["Thank you for telling me.", "Was anyone made to, or talked into it?"],
        "listen_for": ["A toy, sweets or a promise", "The caller is not sure: that counts as not known"],
        "step": "factor:coercion",
    },
    "considerations": {
        "kind": "checklist",
        "id": "considerations",
        "title": "What the local procedure asks you to consider",
        "items": [
            {"id": "age", "text": "The age of both children", "state": "yes"},
            {"id": "force", "text": "Force or threats", "state": "unknown"},
            {"id": "secrecy", "text": "Secrecy", "state": "no"},
            {"id": "earlier", "text": "Earlier concerns", "state": "open"},
        ],
        "sources": [{"title": "Procedures", "ref": "Appendix 2"}],
    },
    "school_record": {
        "kind": "checklist",
        "id": "school_record",
        "title": "What to write down",
        "items": [
            {"id": "when", "text": "Date and time it happened", "state": "write"},
            {"id": "told", "text": "Parents told, when and by whom", "state": "write"},
        ],
        "sources": [],
    },
    "summary": {
        "kind": "summary",
        "made_on": "2026-11-29",
        "audience": "helpline",
        "area": "stoke",
        "age": {"low": 8, "high": 8},
        "behaviours": ["Touching another child's private parts"],
        "colour": "amber",
        "continuum": "problematic",
        "provisional": True,
        "reasons": ["At age 8, touching another child's private parts is amber."],
        "unknowns": ["force, threats, bribes, tricks or pressure"],
        "do_now": ["Stay calm.", "Keep the children in sight.", "Talk it through.", "Write it down.", "Rest."],
        "avoid": ["Do not ask leading questions."],
        "contacts": [
            {
                "kind": "contact",
                "id": "nspcc",
                "role": "nspcc_helpline",
                "name": "NSPCC Helpline",
                "phone": "0808 800 5000",
            }
        ],
        "sources": [{"title": "Stoke-on-Trent procedures", "ref": "Appendix 2"}],
        "notice": "A guide, not a finding.",
    },
    "safety_plan": {
        "kind": "safety_plan",
        "place": "home",
        "parts": [
            {"title": "At night", "steps": ["Each child sleeps in a bed of their own.", "Doors stay open a little."]},
            {"title": "In the day", "steps": ["An adult is in sight when the children play."]},
        ],
    },
}
