from dataclasses import replace

from procflow.engine.model.definition import Deployment


def test_equal_contents_are_kept_once(database, at):
    first = Deployment(key="a", hash="1", name="A", deployed_at=at, deployed_by="an")
    with database.unit() as unit:
        unit.deployments.keep(first, {"x.bpmn": b"same", "y.form": b"same", "z": b"other"})
        unit.deployments.keep(replace(first, key="b", hash="2"), {"x.bpmn": b"same"})
        assert unit.deployments.files("a") == {"x.bpmn": b"same", "y.form": b"same", "z": b"other"}
        assert unit.deployments.files("b") == {"x.bpmn": b"same"}


def test_which_version_is_the_newest_is_told_not_counted(database, instance):
    with database.unit() as unit:
        one = unit.definitions.newest("p")
        two = replace(one, key="def2", version=unit.definitions.next_version("p"))
        unit.definitions.add([two])
        assert unit.definitions.newest("p") == one
        unit.definitions.make_newest(two)
        assert unit.definitions.newest("p") == two
        assert unit.definitions.version("p", 1) == one
        assert [each.version for each in unit.definitions.versions("p")] == [2, 1]


def test_which_messages_anybody_can_receive(database, instance):
    with database.unit() as unit:
        unit.definitions.learn_messages("def", ["paid", "paid", "withdrawn"])
        assert unit.definitions.can_receive("paid")
        assert not unit.definitions.can_receive("other")
        assert unit.definitions.message_names() == ["paid", "withdrawn"]
