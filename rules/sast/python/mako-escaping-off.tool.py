from mako.template import Template

# ok: mako-escaping-off
text = Template("code ${name}").render()
