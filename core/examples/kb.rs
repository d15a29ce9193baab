//! scratch
use sorakit::sentinel::*;
use std::time::Instant;
fn main() {
    let only: Option<String> = std::env::args().nth(1);
    let v: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("../../tests/contract/vectors/pow.json")).unwrap();
    let v = &v[1];
    let config: Config = serde_json::from_value(v["config"].clone()).unwrap();
    let challenge = Challenge {
        seed: v["seed"].as_str().unwrap().into(),
        difficulty: "0000000000000000".parse().unwrap(),
    };
    for k in Kernel::available() {
        if only.as_ref().is_some_and(|o| o != k.name()) {
            continue;
        }
        let (mut raw, mut cand) = (0f64, 0f64);
        for _ in 0..7 {
            let n = 100_000;
            let t = Instant::now();
            std::hint::black_box(k.permute(n));
            raw = raw.max(n as f64 * k.lanes() as f64 / t.elapsed().as_secs_f64());
            let mut s = Search::new(&challenge, &config, Some(k));
            s.step(20000);
            let m = 16_000 * k.lanes() as u64;
            let t = Instant::now();
            assert!(s.step(m) == Step::Continue);
            cand = cand.max(m as f64 / t.elapsed().as_secs_f64());
        }
        println!(
            "{:14} raw {:6.2} M/s  cand {:6.3} M/s  share {:.3}",
            k.name(),
            raw / 1e6,
            cand / 1e6,
            cand * 8.0 / raw
        );
    }
    // easy
    let challenge = Challenge {
        seed: "0.76".into(),
        difficulty: "0fffff".parse().unwrap(),
    };
    let p = sorakit::profile::Profile::default();
    let mut times = vec![];
    for i in 0..2001u64 {
        let mut r = [0u8; 32];
        r[..8].copy_from_slice(&i.wrapping_mul(0x9e3779b97f4a7c15).to_le_bytes());
        let c = Config::new(&p, 1_768_500_636_944 + i, &r);
        let t = Instant::now();
        std::hint::black_box(solve(&challenge, &c, Limits::default()).unwrap());
        times.push(t.elapsed().as_nanos());
    }
    times.sort();
    println!(
        "easy median {} ns p90 {} p10 {}",
        times[1000], times[1800], times[200]
    );
}
