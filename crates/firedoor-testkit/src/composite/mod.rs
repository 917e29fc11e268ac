//! Runs a composite action as GitHub's runner does, without GitHub: steps with `run:` are executed by bash, steps with
//! `uses:` are recorded and end as the test says.
//!
//! What is there: inputs with defaults, `if:`, `continue-on-error`, `env:`, expressions, `GITHUB_OUTPUT`, `GITHUB_ENV`,
//! `GITHUB_PATH`, the step summary with its limit, workflow commands with `stop-commands` and the limit of ten
//! annotations per level, outputs of the action. Not there: other shells, containers, `pre` and `post`, masking.

mod expression;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};

use expression::{Status, asks_status, evaluate, interpolate, string, truth};

/// Largest step summary, in bytes; GitHub refuses a larger one.
pub const MAX_SUMMARY: usize = 1 << 20;
/// Annotations of one level that GitHub keeps per step.
pub const MAX_ANNOTATIONS: usize = 10;

/// One run of an action, to be described.
#[derive(Debug)]
pub struct Job {
    action: PathBuf,
    workspace: PathBuf,
    scratch: PathBuf,
    event_name: String,
    event: Value,
    sha: String,
    inputs: BTreeMap<String, String>,
    env: BTreeMap<String, String>,
    failing_uses: Vec<String>,
}

/// What a step did.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Its id; empty without one.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `success`, `failure` or `skipped`, before `continue-on-error`.
    pub outcome: &'static str,
    /// The same after `continue-on-error`.
    pub conclusion: &'static str,
    /// Its outputs.
    pub outputs: BTreeMap<String, String>,
    /// The action that it uses, with its hash.
    pub uses: Option<String>,
    /// What it hands to that action.
    pub with: BTreeMap<String, String>,
    /// Everything that it printed.
    pub log: String,
}

/// An annotation in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// `error`, `warning` or `notice`.
    pub level: String,
    /// Its properties as they are written, such as `file=a.py,line=3`.
    pub properties: String,
    /// Its text.
    pub message: String,
}

/// What a run did.
#[derive(Debug, Default)]
pub struct Run {
    /// Whether the job is green.
    pub success: bool,
    /// The steps in their order.
    pub steps: Vec<Step>,
    /// The action's outputs.
    pub outputs: BTreeMap<String, String>,
    /// The job summary.
    pub summary: String,
    /// The annotations that GitHub would show.
    pub annotations: Vec<Annotation>,
    /// What GitHub would drop without a word: annotations beyond ten per level and step, summaries that are too large.
    pub dropped: Vec<String>,
}

impl Run {
    /// The step with this id.
    ///
    /// # Panics
    /// If there is none.
    #[must_use]
    pub fn step(&self, id: &str) -> &Step {
        self.steps.iter().find(|s| s.id == id).unwrap_or_else(|| panic!("there is no step `{id}`"))
    }

    /// An output of the action; empty if it has none of this name.
    #[must_use]
    pub fn output(&self, name: &str) -> &str {
        self.outputs.get(name).map_or("", String::as_str)
    }

    /// Everything that the steps printed.
    #[must_use]
    pub fn log(&self) -> String {
        self.steps.iter().map(|s| format!("== {} ({})\n{}", s.name, s.outcome, s.log)).collect()
    }
}

impl Job {
    /// The action in `action`, run for a checkout in `workspace`; `scratch` is a folder for temporary files.
    #[must_use]
    pub fn new(action: &Path, workspace: &Path, scratch: &Path) -> Self {
        Self {
            action: action.to_path_buf(),
            workspace: workspace.to_path_buf(),
            scratch: scratch.to_path_buf(),
            event_name: "push".to_owned(),
            event: json!({}),
            sha: String::new(),
            inputs: BTreeMap::new(),
            env: BTreeMap::new(),
            failing_uses: Vec::new(),
        }
    }

    /// Sets the event and its payload.
    #[must_use]
    pub fn event(mut self, name: &str, payload: Value) -> Self {
        name.clone_into(&mut self.event_name);
        self.event = payload;
        self
    }

    /// The commit that GitHub says it runs for.
    #[must_use]
    pub fn sha(mut self, sha: &str) -> Self {
        sha.clone_into(&mut self.sha);
        self
    }

    /// Sets an input.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.inputs.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Sets a variable of the job.
    #[must_use]
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Lets steps fail that use an action whose name begins so.
    #[must_use]
    pub fn failing(mut self, uses: &str) -> Self {
        self.failing_uses.push(uses.to_owned());
        self
    }

    /// Runs it.
    ///
    /// # Errors
    /// If the action cannot be read, has an input that it does not declare, or uses what is not there.
    pub fn run(&self) -> Result<Run, String> {
        let path = self.action.join("action.yml");
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let action: Value = serde_saphyr::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        if action["runs"]["using"] != "composite" {
            return Err("only composite actions can be run".to_owned());
        }
        let mut state = State::new(self)?;
        state.inputs(&action)?;
        for (n, step) in action["runs"]["steps"].as_array().into_iter().flatten().enumerate() {
            state.step(n, step)?;
        }
        let mut run = state.run;
        run.success = !state.status.failed;
        for (name, output) in action["outputs"].as_object().into_iter().flatten() {
            let value = interpolate(&string(&output["value"]), &state.contexts, &state.status)?;
            run.outputs.insert(name.clone(), value);
        }
        Ok(run)
    }
}

struct State<'a> {
    job: &'a Job,
    contexts: Value,
    status: Status,
    env: BTreeMap<String, String>,
    paths: Vec<String>,
    run: Run,
}

impl<'a> State<'a> {
    fn new(job: &'a Job) -> Result<Self, String> {
        let temp = job.scratch.join("runner temp");
        std::fs::create_dir_all(&temp).map_err(|e| e.to_string())?;
        let event_path = job.scratch.join("event.json");
        std::fs::write(&event_path, job.event.to_string()).map_err(|e| e.to_string())?;
        let mut env: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in [
            ("CI", "true".to_owned()),
            ("GITHUB_ACTIONS", "true".to_owned()),
            ("GITHUB_ACTION_PATH", job.action.display().to_string()),
            ("GITHUB_ACTOR", "octocat".to_owned()),
            ("GITHUB_EVENT_NAME", job.event_name.clone()),
            ("GITHUB_EVENT_PATH", event_path.display().to_string()),
            ("GITHUB_REPOSITORY", "octo/demo".to_owned()),
            ("GITHUB_SERVER_URL", "https://github.com".to_owned()),
            ("GITHUB_SHA", job.sha.clone()),
            ("GITHUB_WORKSPACE", job.workspace.display().to_string()),
            ("RUNNER_ARCH", "X64".to_owned()),
            ("RUNNER_OS", "Linux".to_owned()),
            ("RUNNER_TEMP", temp.display().to_string()),
        ] {
            env.insert(name.to_owned(), value);
        }
        env.extend(job.env.clone());
        let github = json!({
            "event": job.event, "event_name": job.event_name, "sha": job.sha, "repository": "octo/demo",
            "token": "a-token", "actor": env["GITHUB_ACTOR"], "workspace": env["GITHUB_WORKSPACE"],
        });
        Ok(Self {
            job,
            contexts: json!({ "github": github, "inputs": {}, "steps": {}, "env": {}, "runner": { "os": "Linux" } }),
            status: Status { failed: false },
            env,
            paths: Vec::new(),
            run: Run::default(),
        })
    }

    fn inputs(&mut self, action: &Value) -> Result<(), String> {
        let declared = action["inputs"].as_object().cloned().unwrap_or_default();
        if let Some(unknown) = self.job.inputs.keys().find(|name| !declared.contains_key(*name)) {
            return Err(format!("the action has no input `{unknown}`"));
        }
        for (name, input) in declared {
            let value = match self.job.inputs.get(&name) {
                Some(given) => given.clone(),
                None => interpolate(&string(&input["default"]), &self.contexts, &self.status)?,
            };
            self.contexts["inputs"][name] = Value::String(value);
        }
        Ok(())
    }

    fn text(&self, value: &Value) -> Result<String, String> {
        interpolate(&string(value), &self.contexts, &self.status)
    }

    fn condition(&self, value: &Value) -> Result<bool, String> {
        let text = match value {
            Value::Null => "success()".to_owned(),
            other => string(other),
        };
        let text = text.trim();
        let text = text.strip_prefix("${{").and_then(|t| t.strip_suffix("}}")).unwrap_or(text);
        let met = truth(&evaluate(text, &self.contexts, &self.status)?);
        Ok(met && (asks_status(text) || !self.status.failed))
    }

    fn step(&mut self, n: usize, step: &Value) -> Result<(), String> {
        let mut done = Step {
            id: string(&step["id"]),
            name: self.text(&step["name"])?,
            outcome: "skipped",
            conclusion: "skipped",
            ..Step::default()
        };
        if self.condition(&step["if"])? {
            let success = match step["uses"].as_str() {
                Some(uses) => {
                    for (name, value) in step["with"].as_object().into_iter().flatten() {
                        done.with.insert(name.clone(), self.text(value)?);
                    }
                    done.uses = Some(uses.to_owned());
                    !self.job.failing_uses.iter().any(|f| uses.starts_with(f.as_str()))
                }
                None => self.shell(n, step, &mut done)?,
            };
            let forgiven = truth(&match &step["continue-on-error"] {
                Value::String(text) => Value::Bool(interpolate(text, &self.contexts, &self.status)? == "true"),
                other => other.clone(),
            });
            done.outcome = if success { "success" } else { "failure" };
            done.conclusion = if success || forgiven { "success" } else { "failure" };
            self.status.failed |= done.conclusion == "failure";
        }
        if !done.id.is_empty() {
            self.contexts["steps"][&done.id] =
                json!({ "outputs": done.outputs, "outcome": done.outcome, "conclusion": done.conclusion });
        }
        self.run.steps.push(done);
        Ok(())
    }

    fn shell(&mut self, n: usize, step: &Value, done: &mut Step) -> Result<bool, String> {
        if step["shell"] != "bash" {
            return Err(format!("step {n}: a `run` of a composite action needs `shell`, and only bash is there"));
        }
        let failed = |e: std::io::Error| format!("step {n}: {e}");
        let file = |kind: &str| self.job.scratch.join(format!("step {n} {kind}"));
        let files = ["output", "env", "path", "summary"].map(file);
        for f in &files {
            std::fs::write(f, "").map_err(failed)?;
        }
        let script = file("script");
        std::fs::write(&script, self.text(&step["run"])?).map_err(failed)?;
        // Standard error joins standard output, as in a log.
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", "exec 2>&1; . \"$0\""]).arg(&script);
        command.env_clear().current_dir(&self.job.workspace).stdin(std::process::Stdio::null());
        let path = std::env::var("PATH").unwrap_or_default();
        let paths: Vec<_> = self.paths.iter().rev().cloned().chain([path]).collect();
        crate::git::isolated(&mut command);
        command.env("PATH", paths.join(":")).env("HOME", &self.job.scratch).envs(&self.env);
        for (name, value) in step["env"].as_object().into_iter().flatten() {
            command.env(name, self.text(value)?);
        }
        for (name, f) in ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"].iter().zip(&files) {
            command.env(name, f);
        }
        if let Some(path) = self.job.env.get("PATH") {
            command.env("PATH", path);
        }
        let output = command.output().map_err(failed)?;
        done.log = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        self.annotations(&done.log);
        let read = |f: &Path| std::fs::read_to_string(f).map_err(failed);
        let [out, env, path, summary] = &files;
        done.outputs = assignments(&read(out)?)?;
        self.env.extend(assignments(&read(env)?)?);
        self.paths.extend(read(path)?.lines().filter(|l| !l.is_empty()).map(str::to_owned));
        let summary = read(summary)?;
        if summary.len() > MAX_SUMMARY {
            self.run.dropped.push(format!("a summary of {} bytes", summary.len()));
        } else {
            self.run.summary.push_str(&summary);
        }
        Ok(output.status.success())
    }

    fn annotations(&mut self, log: &str) {
        let mut stopped: Option<String> = None;
        let mut count: Map<String, Value> = Map::new();
        for line in log.lines().map(str::trim) {
            if let Some(token) = &stopped {
                if line == format!("::{token}::") {
                    stopped = None;
                }
                continue;
            }
            let Some((command, message)) = line.strip_prefix("::").and_then(|l| l.split_once("::")) else { continue };
            let (name, properties) = command.split_once(' ').unwrap_or((command, ""));
            match name {
                "stop-commands" => stopped = Some(message.to_owned()),
                "error" | "warning" | "notice" => {
                    let so_far = count.get(name).and_then(Value::as_u64).unwrap_or(0);
                    count.insert(name.to_owned(), Value::from(so_far + 1));
                    if so_far >= MAX_ANNOTATIONS as u64 {
                        self.run.dropped.push(format!("an annotation: {line}"));
                    } else {
                        let (level, properties, message) = (name.to_owned(), properties.to_owned(), message.to_owned());
                        self.run.annotations.push(Annotation { level, properties, message });
                    }
                }
                _ => {}
            }
        }
    }
}

/// `name=value` lines and `name<<END` blocks, as in `GITHUB_OUTPUT`.
fn assignments(text: &str) -> Result<BTreeMap<String, String>, String> {
    let mut out = BTreeMap::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let equals = line.find('=').unwrap_or(line.len());
        match line.find("<<").filter(|at| *at < equals) {
            Some(at) => {
                let end = &line[at + 2..];
                let mut value = Vec::new();
                loop {
                    match lines.next() {
                        Some(l) if l == end => break,
                        Some(l) => value.push(l),
                        None => return Err(format!("`{line}` has no end")),
                    }
                }
                out.insert(line[..at].to_owned(), value.join("\n"));
            }
            None if line.is_empty() => {}
            None => {
                let (name, value) = line.split_once('=').ok_or_else(|| format!("`{line}` is no assignment"))?;
                out.insert(name.to_owned(), value.to_owned());
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTION: &str = r##"
name: toy
description: toy
inputs:
  who: { description: d, default: "${{ github.repository }}" }
outputs:
  greeting: { description: d, value: "${{ steps.a.outputs.greeting }}" }
runs:
  using: composite
  steps:
    - id: a
      shell: bash
      run: |
        echo "greeting=hello $WHO" >> "$GITHUB_OUTPUT"
        echo "LATER=1" >> "$GITHUB_ENV"
        echo "# hi" >> "$GITHUB_STEP_SUMMARY"
        echo '::stop-commands::t'; echo '::error::not shown'; echo '::t::'
        for i in {1..12}; do echo "::warning file=a::w$i"; done
      env: { WHO: "${{ inputs.who }}" }
    - id: b
      uses: some/action@0123
      continue-on-error: ${{ inputs.who == 'octo/demo' }}
      with: { x: "${{ steps.a.outputs.greeting }}!" }
    - id: c
      if: inputs.who == 'octo/demo' && steps.b.outcome == 'failure'
      shell: bash
      run: test "$LATER" = 1; exit 3
    - { id: d, shell: bash, run: "true" }
    - { id: e, if: always(), shell: bash, run: "true" }
"##;

    #[test]
    fn steps_run_as_on_a_runner() {
        if !crate::git::available() {
            eprintln!("not run: there is no bash");
            return;
        }
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::write(dir.path().join("action.yml"), ACTION).expect("written");
        let job = Job::new(dir.path(), dir.path(), dir.path()).failing("some/action");
        let run = job.run().expect("it runs");
        let outcomes: Vec<_> = run.steps.iter().map(|s| (s.id.as_str(), s.outcome, s.conclusion)).collect();
        assert_eq!(
            outcomes,
            [
                ("a", "success", "success"),
                ("b", "failure", "success"),
                ("c", "failure", "failure"),
                ("d", "skipped", "skipped"),
                ("e", "success", "success")
            ]
        );
        assert!(!run.success);
        assert_eq!(run.output("greeting"), "hello octo/demo");
        assert_eq!(run.step("b").with["x"], "hello octo/demo!");
        assert_eq!(run.summary, "# hi\n");
        assert_eq!((run.annotations.len(), run.dropped.len()), (10, 2));
        let run = job.with("who", "me").run().expect("it runs");
        assert_eq!(run.step("b").conclusion, "failure");
        assert!(Job::new(dir.path(), dir.path(), dir.path()).with("whom", "x").run().is_err());
    }
}
