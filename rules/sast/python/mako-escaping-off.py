import cherrypy
from mako.lookup import TemplateLookup
from mako.template import Template

# ruleid: mako-escaping-off
a = TemplateLookup(directories=["templates"])
# ruleid: mako-escaping-off
b = Template("Hello ${name}")
# ruleid: mako-escaping-off
c = TemplateLookup(directories=["t"], module_directory="/tmp/m")


def page(name):
    # ruleid: mako-escaping-off
    return Template(filename="page.html").render(name=name)


# ok: mako-escaping-off
d = TemplateLookup(directories=["templates"], default_filters=["h"])
# ok: mako-escaping-off
e = Template("Hello ${name}", default_filters=["str", "h"])
# ok: mako-escaping-off
f = string.Template("Hello $name")
# ok: mako-escaping-off
g = Lookup(directories=["templates"])
