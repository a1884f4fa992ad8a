//! Sentences of the status line: what was done, and why something was not.

phrases! {
    sorted(order): "sorted by {order}" / "{order} 순으로 정렬했습니다";
}
