fn bad(tera: &mut Tera, hb: &mut Handlebars, env: &mut Environment) {
    // ruleid: rust-template-autoescape-disabled
    tera.autoescape_on(vec![]);
    // ruleid: rust-template-autoescape-disabled
    hb.register_escape_fn(handlebars::no_escape);
    // ruleid: rust-template-autoescape-disabled
    let page = Tera::one_off("{{ a }}", &context, false).unwrap();
    // ruleid: rust-template-autoescape-disabled
    env.set_auto_escape_callback(|_| AutoEscape::None);
}

fn fine(tera: &mut Tera, hb: &mut Handlebars, env: &mut Environment) {
    // ok: rust-template-autoescape-disabled
    tera.autoescape_on(vec![".html", ".xml"]);
    // ok: rust-template-autoescape-disabled
    hb.register_escape_fn(handlebars::html_escape);
    // ok: rust-template-autoescape-disabled
    let page = Tera::one_off("{{ a }}", &context, true).unwrap();
    // ok: rust-template-autoescape-disabled
    env.set_auto_escape_callback(|name| AutoEscape::Html);
}
