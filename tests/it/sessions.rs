//! Sessions of the command as a terminal shows them. `TRYCMD=overwrite cargo test sessions` writes them anew.

#[test]
fn sessions_read_as_they_stand() {
    trycmd::TestCases::new().case("tests/it/sessions/*.trycmd");
}
