"""The files that no container engine reads here: what they name exists, and the promises they make are in them."""

from __future__ import annotations

import re
import shlex
from typing import Any

import yaml

from bot.settings import Settings
from tests.running import ROOT

DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))
KUBERNETES = (ROOT / "docs" / "kubernetes.md").read_text(encoding="utf-8")
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")


def instructions(name: str) -> list[str]:
    return [line.removeprefix(f"{name} ") for line in DOCKERFILE.splitlines() if line.startswith(f"{name} ")]


def stages() -> list[str]:
    return [line.split(" AS ")[1] for line in instructions("FROM")]


def test_every_file_that_the_images_copy_is_there() -> None:
    copied = [shlex.split(line)[:-1] for line in instructions("COPY") if "--from=" not in line]
    assert copied
    for path in (path for paths in copied for path in paths):
        assert (ROOT / path).exists(), path


def test_what_one_stage_takes_from_another_exists() -> None:
    taken = re.findall(r"--from=(\w+)", DOCKERFILE)
    assert taken
    assert set(taken) <= set(stages())


def test_every_module_that_the_images_run_is_there() -> None:
    modules = re.findall(r'"?-m"?,? "?((?:bot|actions|knowledge)[\w.]*)', DOCKERFILE)
    assert {"bot.train", "bot.refusals", "bot.start"} <= set(modules)
    for module in modules:
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), module


def test_the_image_has_the_python_that_the_project_wants() -> None:
    wanted = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    images = [line for line in instructions("FROM") if line.startswith("python:")]
    assert images
    assert all(image.startswith(f"python:{wanted}-") for image in images)


def test_everything_is_installed_from_the_locks_with_hashes() -> None:
    installs = [part for line in instructions("RUN") for part in line.split("&&") if "pip install" in part]
    assert len(installs) == 2
    assert all("--require-hashes" in part and "--no-deps" in part and "-r requirements" in part for part in installs)


def test_the_services_build_stages_that_exist_and_mount_files_that_exist() -> None:
    for service in COMPOSE["services"].values():
        if "build" in service:
            assert (ROOT / service["build"]["dockerfile"]).is_file()
            assert service["build"]["target"] in stages()
        for volume in service.get("volumes", ()):
            assert (DEPLOY / volume.split(":")[0]).is_file()
            assert volume.endswith(":ro")


def test_every_service_keeps_nothing_on_disk_and_has_no_more_rights_than_it_needs() -> None:
    for name, service in COMPOSE["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["ulimits"]["core"] == 0, name
        assert service["mem_limit"] == service["memswap_limit"], name
        assert all(mount.startswith("/tmp:") for mount in service["tmpfs"]), name


def test_only_the_proxy_can_be_reached_and_nothing_behind_it_can_reach_out() -> None:
    services = COMPOSE["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert all(services[name]["networks"] == ["inside"] for name in ("waymark", "redis"))


def test_the_processes_behind_the_proxy_are_named_alike_everywhere() -> None:
    for file in (DEPLOY / "processes.conf", DEPLOY / "compose" / "processes.conf"):
        assert "upstream waymark_processes {" in file.read_text(encoding="utf-8")
    assert "proxy_pass http://waymark_processes;" in NGINX
    service, port = re.findall(r"server (\w+):(\d+)", (DEPLOY / "compose" / "processes.conf").read_text("utf-8"))[0]
    assert service in COMPOSE["services"]
    assert f"EXPOSE {port}" in DOCKERFILE


def test_the_door_lets_in_more_than_the_server_takes_and_waits_longer_than_a_turn_lasts() -> None:
    limit = re.findall(r"client_max_body_size (\d+)k;", NGINX)[0]
    buffer = re.findall(r"client_body_buffer_size (\d+)k;", NGINX)[0]
    assert int(limit) * 1024 == 4 * Settings().body  # what is a little too long is refused by Waymark
    assert limit == buffer  # a body that fits the buffer never goes into a file
    assert int(re.findall(r"proxy_read_timeout (\d+)s;", NGINX)[0]) > Settings().turn_seconds


def test_no_configuration_writes_a_line_about_anybody() -> None:
    assert "access_log off;" in NGINX
    assert re.findall(r"error_log (.*);", NGINX) == ["stderr emerg"]
    redis = (DEPLOY / "redis.conf").read_text(encoding="utf-8")
    assert 'save ""' in redis
    assert "appendonly no" in redis


def test_the_page_on_kubernetes_shows_a_deployment_that_can_be_read_and_is_closed() -> None:
    block = re.findall(r"```yaml\n(.*?)```", KUBERNETES, re.DOTALL)[0]
    pod = yaml.safe_load(block)["spec"]["template"]["spec"]
    container = pod["containers"][0]
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["securityContext"]["allowPrivilegeEscalation"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert f"EXPOSE {container['ports'][0]['containerPort']}" in DOCKERFILE
    assert "livenessProbe" not in container
    assert all(volume["emptyDir"]["medium"] == "Memory" for volume in pod["volumes"])


def test_the_page_on_kubernetes_names_files_that_exist() -> None:
    for path in re.findall(r"`((?:deploy|tests|docs)/[\w./]*)`", KUBERNETES):
        assert (ROOT / path).exists(), path
