# `just` lists what there is.
default:
    @just --list --unsorted

# Open the reader: `just run` on the samples, `just run FILE…` on others
[positional-arguments]
run *paths:
    cargo run --release -- "$@"

# All tests, or those whose name contains a word
test *filter:
    cargo test {{filter}}

# Everything that must hold before a change goes in
check:
    .ci/run

# Measure opening, laying out, drawing and finding
bench *filter:
    cargo bench -- {{filter}}

# Draw the pictures in screenshots/ anew
screenshots:
    cargo run --example screenshots

# The same, with a PNG beside each; needs the fonts DejaVu Sans Mono and Noto Sans Mono CJK KR
screenshots-png:
    cargo run --example screenshots --features screenshots

# The program as it is given away, after all checks
release: check
    cargo build --release --locked
    @ls -lh target/release/pressroom
