//! How far a build has come: cells done, papers written, time left.

use super::super::say::Say;
use bienban::diagnostic::Lang;
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A bar on standard error, drawn only where that is a terminal.
pub(super) struct Progress {
    bar: ProgressBar,
    papers: AtomicUsize,
    lang: Lang,
}

impl Progress {
    /// While workbooks are read.
    pub(super) fn of_reading(books: usize, say: &Say) -> Self {
        let what = say.lang().pick("đọc bảng tính", "reading workbooks");
        Self::new(books, &format!("{what} {{wide_bar}} {{pos}}/{{len}}"), say)
    }

    /// While papers are written.
    pub(super) fn of_writing(cells: usize, say: &Say) -> Self {
        let (unit, left) = match say.lang() {
            Lang::Vi => ("chi bộ", "còn"),
            Lang::En => ("cells", "left"),
        };
        let style =
            format!("{{wide_bar}} {{pos}}/{{len}} {unit} · {{msg}} · {left} {{eta}}");
        let progress = Self::new(cells, &style, say);
        progress.tell();
        progress
    }

    fn new(length: usize, style: &str, say: &Say) -> Self {
        let bar = if say.is_quiet() {
            ProgressBar::hidden()
        } else {
            let style = ProgressStyle::with_template(style);
            let bar = ProgressBar::new(u64::try_from(length).unwrap_or(u64::MAX));
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        };
        Self {
            bar,
            papers: AtomicUsize::new(0),
            lang: say.lang(),
        }
    }

    /// One more is done, with so many papers.
    pub(super) fn add(&self, papers: usize) {
        self.papers.fetch_add(papers, Ordering::Relaxed);
        if papers > 0 {
            self.tell();
        }
        self.bar.inc(1);
    }

    fn tell(&self) {
        let papers = self.papers.load(Ordering::Relaxed);
        let unit = self.lang.pick("văn bản", "papers");
        self.bar.set_message(format!("{papers} {unit}"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
