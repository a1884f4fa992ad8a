//! Signs drawn as shapes, so that lines and bars join from cell to cell in any font.

/// The shape of a sign in a cell of this place and size, as the data of an SVG path; nothing for what
/// is a letter.
pub fn shape(symbol: &str, (x, y): (u32, u32), (width, height): (u32, u32)) -> Option<String> {
    let (right, bottom) = (x + width, y + height);
    let (middle, centre) = (x + width / 2, y + height / 2);
    if let Some([left, up, r, down]) = arms(symbol) {
        let mut path = String::new();
        let mut line = |is_there: bool, from: (u32, u32), size: (u32, u32)| {
            if is_there {
                path.push_str(&rectangle(from, size));
            }
        };
        // Each arm runs one unit past the centre, so that corners close.
        line(left, (x, centre), (width / 2 + 1, 1));
        line(r, (middle, centre), (right - middle, 1));
        line(up, (middle, y), (1, height / 2 + 1));
        line(down, (middle, centre), (1, bottom - centre));
        return Some(path);
    }
    Some(match symbol {
        "█" => rectangle((x, y), (width, height)),
        "▌" => rectangle((x, y), (width / 2, height)),
        "▐" => rectangle((middle, y), (width / 2, height)),
        "▏" => rectangle((x, y), (width.div_ceil(8), height)),
        "▎" => rectangle((x, y), (width / 4, height)),
        "▸" => triangle((x + 2, centre - 4), (x + 2, centre + 4), (x + 8, centre)),
        "▾" => triangle((x + 1, centre - 3), (x + 9, centre - 3), (middle, centre + 3)),
        _ => return None,
    })
}

/// Where a line leads: left, up, right, down.
fn arms(symbol: &str) -> Option<[bool; 4]> {
    let arms = match symbol {
        "─" => "lr",
        "│" => "ud",
        "┌" => "rd",
        "┐" => "ld",
        "└" => "ur",
        "┘" => "lu",
        "├" => "urd",
        "┤" => "lud",
        "┬" => "lrd",
        "┴" => "lur",
        "┼" => "lurd",
        _ => return None,
    };
    Some(["l", "u", "r", "d"].map(|arm| arms.contains(arm)))
}

fn rectangle((x, y): (u32, u32), (width, height): (u32, u32)) -> String {
    format!("M{x} {y}h{width}v{height}h-{width}z")
}

fn triangle(one: (u32, u32), two: (u32, u32), three: (u32, u32)) -> String {
    format!("M{} {}L{} {}L{} {}z", one.0, one.1, two.0, two.1, three.0, three.1)
}
