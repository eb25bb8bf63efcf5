//! Looking at the pixels of a page.

use super::{Result, Session};
use serde_json::json;
use std::{fs::File, path::Path};

/// A place on the page, in pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// Left.
    pub x: u32,
    /// Top.
    pub y: u32,
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
}

impl Rect {
    /// The same with some more below.
    #[must_use]
    pub fn grown_down(self, more: u32) -> Self {
        Self {
            height: self.height + more,
            ..self
        }
    }
}

/// A decoded screenshot.
pub struct Picture {
    width: u32,
    height: u32,
    channels: usize,
    pixels: Vec<u8>,
}

/// A pixel that differs between two pictures.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// Left.
    pub x: u32,
    /// Top.
    pub y: u32,
    /// Contrast between before and after, as WCAG defines it.
    pub contrast: f64,
    /// Red, green and blue after.
    pub colour: [u8; 3],
}

impl Picture {
    fn decode(file: &[u8]) -> Result<Self> {
        let mut reader = png::Decoder::new(file).read_info()?;
        let mut pixels = vec![0; reader.output_buffer_size()];
        let info = reader.next_frame(&mut pixels)?;
        let channels = info.color_type.samples();
        Ok(Self {
            width: info.width,
            height: info.height,
            channels,
            pixels,
        })
    }

    fn rgb(&self, x: u32, y: u32) -> [u8; 3] {
        let at = (y as usize * self.width as usize + x as usize) * self.channels;
        [self.pixels[at], self.pixels[at + 1], self.pixels[at + 2]]
    }

    /// Saves a part of it.
    pub fn save_part(&self, place: Rect, path: &Path) -> Result<()> {
        let right = (place.x + place.width).min(self.width) as usize;
        let left = place.x as usize;
        let bottom = (place.y + place.height).min(self.height);
        let mut part = Vec::new();
        for y in place.y..bottom {
            let row = y as usize * self.width as usize;
            let pixels = (row + left) * self.channels..(row + right) * self.channels;
            part.extend_from_slice(&self.pixels[pixels]);
        }
        let (width, height) = ((right - left) as u32, bottom - place.y);
        let mut encoder = png::Encoder::new(File::create(path)?, width, height);
        encoder.set_color(if self.channels == 4 {
            png::ColorType::Rgba
        } else {
            png::ColorType::Rgb
        });
        encoder.set_depth(png::BitDepth::Eight);
        Ok(encoder.write_header()?.write_image_data(&part)?)
    }

    /// The pixels of a place that are not as they were.
    pub fn changes(&self, before: &Self, place: Rect) -> Vec<Change> {
        let rows = place.y..(place.y + place.height).min(self.height);
        let all = rows.flat_map(|y| (place.x..place.x + place.width).map(move |x| (x, y)));
        all.filter(|&(x, y)| x < self.width && self.rgb(x, y) != before.rgb(x, y))
            .map(|(x, y)| {
                let [one, other] = [self.rgb(x, y), before.rgb(x, y)].map(luminance);
                Change {
                    x,
                    y,
                    contrast: (one.max(other) + 0.05) / (one.min(other) + 0.05),
                    colour: self.rgb(x, y),
                }
            })
            .collect()
    }
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let [red, green, blue] = rgb.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

impl Session {
    /// The page as pixels.
    pub fn picture(&self) -> Result<Picture> {
        Picture::decode(&self.screenshot()?)
    }

    /// Where a text stands inside an element.
    pub fn text_rect(&self, path: &str, text: &str) -> Result<Rect> {
        let element = self.find(path)?;
        let found = self.execute(
            "const walker = document.createTreeWalker(arguments[0], NodeFilter.SHOW_TEXT);
             while (walker.nextNode()) {
                 const at = walker.currentNode.data.indexOf(arguments[1]);
                 if (at < 0) continue;
                 const range = new Range();
                 range.setStart(walker.currentNode, at);
                 range.setEnd(walker.currentNode, at + arguments[1].length);
                 const box = range.getBoundingClientRect();
                 return [box.left, box.top, box.width, box.height].map(Math.round);
             }
             return null",
            json!([element, text]),
        )?;
        let side = |at: usize| -> Result<u32> {
            let number = found[at]
                .as_u64()
                .ok_or_else(|| format!("{text:?} is not in view"))?;
            Ok(u32::try_from(number)?)
        };
        Ok(Rect {
            x: side(0)?,
            y: side(1)?,
            width: side(2)?,
            height: side(3)?,
        })
    }
}
