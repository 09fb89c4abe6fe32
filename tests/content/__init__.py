"""What must hold of content/: twins, facts, pages, links, the room's papers, and that no twin lies stale. Words are read by tests/prose."""
