import ruamel.yaml
import yaml
from yaml import SafeLoader


def bad(handle):
    # ruleid: python-unsafe-yaml-load
    first = yaml.safe_load(handle)
    # ruleid: python-unsafe-yaml-load
    second = yaml.safe_load(handle)
    # ruleid: python-unsafe-yaml-load
    third = yaml.safe_load(handle)
    # ruleid: python-unsafe-yaml-load
    fourth = ruamel.yaml.YAML(typ="unsafe")
    return first, second, third, fourth


def good(handle):
    # ok: python-unsafe-yaml-load
    first = yaml.safe_load(handle)
    # ok: python-unsafe-yaml-load
    second = yaml.load(handle, Loader=SafeLoader)
    # ok: python-unsafe-yaml-load
    third = yaml.load(handle, yaml.CSafeLoader)
    # ok: python-unsafe-yaml-load
    fourth = json.load(handle)
    return first, second, third, fourth


def round_trip(text):
    import ruamel.yaml
    yaml = ruamel.yaml.YAML(typ="safe", pure=True)
    # ok: python-unsafe-yaml-load
    return yaml.load(text)
