//! The three-way merge: the file, what is stored, and what customers and staff changed in between.
