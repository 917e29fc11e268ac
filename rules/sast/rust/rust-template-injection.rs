use axum::extract::{Form, Path};
use tera::{Context, Tera};

async fn preview(Form(form): Form<Preview>) -> String {
    let mut tera = Tera::default();
    let hb = Handlebars::new();
    // ruleid: rust-template-injection
    let page = Tera::one_off(&form.text, &Context::new(), true).unwrap();
    let text = format!("Hello {}", form.name);
    // ruleid: rust-template-injection
    tera.add_raw_template("page", &text).unwrap();
    // ruleid: rust-template-injection
    hb.render_template(&form.text, &json!({})).unwrap();
    // ruleid: rust-template-injection
    env.render_str(&form.text, context!()).unwrap();
    let mut values = Context::new();
    values.insert("name", &form.name);
    // ok: rust-template-injection
    tera.render("page.html", &values).unwrap();
    // ok: rust-template-injection
    hb.render_template("Hello {{name}}", &json!({"name": form.name})).unwrap();
    // ok: rust-template-injection
    Tera::one_off("Hello {{ name }}", &values, true).unwrap();
    page
}

fn own(text: &str) {
    // ok: rust-template-injection
    Tera::one_off(text, &Context::new(), true).unwrap();
}
