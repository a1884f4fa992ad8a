//! The thin binary.
use pressroom::{
    app::{self, Shelved, Start},
    library::Source,
};
fn main() -> anyhow::Result<std::process::ExitCode> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let env = |n: &str| std::env::var(n).ok();
    if args.len() == 1 && !std::path::Path::new(&args[0]).is_dir() {
        app::run(Start::One(Source::file(&args[0]), None), env)
    } else {
        app::run(Start::List(args.iter().map(|p| Shelved::Path(p.into())).collect()), env)
    }
}
