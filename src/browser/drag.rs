//! Dragging: what a browser wants to hear before it starts.

use web_sys::DragEvent;

/// Lets something be dragged: Firefox does not start without a text that goes along.
pub fn let_drag(event: &DragEvent, text: &str) {
    if let Some(transfer) = event.data_transfer() {
        transfer.set_effect_allowed("move");
        let _ = transfer.set_data("text/plain", text);
    }
}
