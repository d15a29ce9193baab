//! A small blocking client for the tests: plain HTTP, nothing of sorakit's own client.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use sorakit::profile::Profile;
use sorakit::sentinel::{
    Challenge, Config, Limits, SentinelToken, final_token, initial_token, solve,
};
use sorakit_simulator::Simulator;

/// The sentinel request's id and the device id.
pub const DEVICE: &str = "550e8400-e29b-41d4-a716-446655440000";

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }

    /// The JSON of an answer that must have `status`.
    pub fn expect(&self, status: u16) -> Value {
        let text = String::from_utf8_lossy(&self.body);
        assert_eq!(self.status, status, "{text}");
        if self.body.is_empty() {
            Value::Null
        } else {
            self.json()
        }
    }
}

/// A client of one simulator with the credentials of one account.
pub struct Client {
    agent: ureq::Agent,
    pub base: String,
    pub access_token: String,
    pub shapes: Option<&'static str>,
}

impl Client {
    pub fn new(simulator: &Simulator) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(20)))
            .build();
        Self {
            agent: config.into(),
            base: simulator.url().to_owned(),
            access_token: simulator.credentials().access_token,
            shapes: Some("documented"),
        }
    }

    pub fn observed(simulator: &Simulator) -> Self {
        Self {
            shapes: Some("observed"),
            ..Self::new(simulator)
        }
    }

    /// A client of a gateway dialect, with the account's API key.
    pub fn of_dialect(simulator: &Simulator, dialect: &str) -> Self {
        Self {
            base: simulator.base_url(dialect),
            access_token: simulator.credentials().api_key,
            ..Self::new(simulator)
        }
    }

    /// The same client, asking for the observed form.
    pub fn with_observed_shapes(mut self) -> Self {
        self.shapes = Some("observed");
        self
    }

    /// Sends a request as it is; an error is one of the connection.
    pub fn send(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Answer, ureq::Error> {
        let url = if url.starts_with('/') {
            format!("{}{url}", self.base)
        } else {
            url.to_owned()
        };
        let mut request = http::Request::builder().method(method).uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(shapes) = self.shapes {
            request = request.header("x-simulator-shapes", shapes);
        }
        let has_body = !body.is_empty() || method == "POST" || method == "PUT";
        let mut response = if has_body {
            self.agent.run(request.body(body.to_vec()).unwrap())?
        } else {
            self.agent.run(request.body(()).unwrap())?
        };
        let headers = response.headers().iter();
        let headers = headers
            .map(|(name, value)| {
                (
                    name.to_string(),
                    String::from_utf8_lossy(value.as_bytes()).into_owned(),
                )
            })
            .collect();
        let status = response.status().as_u16();
        let body = response
            .body_mut()
            .with_config()
            .limit(1 << 30)
            .read_to_vec()?;
        Ok(Answer {
            status,
            headers,
            body,
        })
    }

    /// The same client with another access token.
    pub fn with_token(mut self, access_token: &str) -> Self {
        self.access_token = access_token.to_owned();
        self
    }

    fn bearer(&self) -> String {
        format!("Bearer {}", self.access_token)
    }

    pub fn get(&self, path: &str) -> Answer {
        let headers = [
            ("authorization", self.bearer()),
            ("accept", "application/json".into()),
        ];
        let headers: Vec<_> = headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.send("GET", path, &headers, b"").unwrap()
    }

    pub fn delete(&self, path: &str) -> Answer {
        let bearer = self.bearer();
        self.send("DELETE", path, &[("authorization", &bearer)], b"")
            .unwrap()
    }

    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.try_post(path, body, &[]).unwrap()
    }

    pub fn put(&self, path: &str, body: &Value) -> Answer {
        let bearer = self.bearer();
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        self.send("PUT", path, &headers, body.to_string().as_bytes())
            .unwrap()
    }

    pub fn try_post(
        &self,
        path: &str,
        body: &Value,
        more: &[(&str, &str)],
    ) -> Result<Answer, ureq::Error> {
        let bearer = self.bearer();
        let mut headers = vec![
            ("authorization", bearer.as_str()),
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("user-agent", "Mozilla/5.0 (test)"),
        ];
        headers.extend_from_slice(more);
        self.send("POST", path, &headers, body.to_string().as_bytes())
    }

    /// Posts with a fresh sentinel token.
    pub fn create(&self, path: &str, body: &Value) -> Answer {
        self.try_create(path, body).unwrap()
    }

    pub fn try_create(&self, path: &str, body: &Value) -> Result<Answer, ureq::Error> {
        let token = self.sentinel().to_header();
        self.try_post(path, body, &[("openai-sentinel-token", &token)])
    }

    /// Asks for a challenge and solves it.
    pub fn sentinel(&self) -> SentinelToken {
        let config = Config::new(&Profile::default(), 1_768_500_636_944, &[7; 32]);
        let first = solve(&Challenge::initial([1; 8]), &config, Limits::default()).unwrap();
        let initial = initial_token(&first.answer);
        let body = json!({"p": initial, "id": DEVICE, "flow": "sora_init"}).to_string();
        let asked = self.send(
            "POST",
            "/backend-api/sentinel/req",
            &SENTINEL_HEADERS,
            body.as_bytes(),
        );
        let asked = asked.unwrap().expect(200);
        let proof = &asked["proofofwork"];
        let p = if proof["required"] == true {
            let challenge: Challenge = serde_json::from_value(proof.clone()).unwrap();
            final_token(
                &solve(&challenge, &config, Limits::default())
                    .unwrap()
                    .answer,
            )
        } else {
            format!("{initial}~S")
        };
        SentinelToken {
            p,
            t: asked["turnstile"]["dx"].as_str().unwrap_or_default().into(),
            c: asked["token"].as_str().unwrap().into(),
            id: DEVICE.into(),
            flow: "sora_2_create_task__auto".into(),
        }
    }

    /// Posts a form of `(name, file name, media type, content)`; without a
    /// file name a part is text.
    pub fn form(&self, path: &str, parts: &[(&str, Option<&str>, &str, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, file_name, media_type, content) in parts {
            write!(
                body,
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\""
            )
            .unwrap();
            if let Some(file_name) = file_name {
                write!(
                    body,
                    "; filename=\"{file_name}\"\r\nContent-Type: {media_type}"
                )
                .unwrap();
            }
            body.extend_from_slice(b"\r\n\r\n");
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--edge--\r\n");
        let bearer = self.bearer();
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "multipart/form-data; boundary=edge"),
        ];
        self.send("POST", path, &headers, &body).unwrap()
    }
}

/// What `docs/wire/sora.md` §2.1 requires of the sentinel request.
pub const SENTINEL_HEADERS: [(&str, &str); 8] = [
    ("accept", "*/*"),
    ("content-type", "text/plain;charset=UTF-8"),
    ("origin", "https://chatgpt.com"),
    (
        "referer",
        "https://chatgpt.com/backend-api/sentinel/frame.html",
    ),
    ("user-agent", "Mozilla/5.0 (test)"),
    ("sec-ch-ua", "\"Chromium\";v=\"131\""),
    ("sec-ch-ua-mobile", "?0"),
    ("sec-ch-ua-platform", "\"Linux\""),
];

/// The request of `docs/wire/sora.md` §5.2.
pub fn video(prompt: &str) -> Value {
    json!({
        "kind": "video",
        "prompt": prompt,
        "orientation": "landscape",
        "size": "small",
        "n_frames": 300,
        "model": "sy_8",
        "inpaint_items": [],
        "style_id": null,
    })
}

/// Sends raw bytes and reads until the peer closes or resets.
pub fn raw(url: &str, request: &str) -> String {
    let address = url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// A PNG image of one pixel.
pub fn png() -> Vec<u8> {
    sorakit_simulator::media::Still::draw(1, 1, 7).to_png()
}

/// A short MP4 video.
pub fn mp4() -> Vec<u8> {
    let video = sorakit_simulator::media::Video {
        width: 64,
        height: 64,
        frames: 30,
        fps: 10,
        seed: 7,
    };
    video.to_mp4()
}

/// Width, height and whole seconds of an MP4 file.
pub fn measure(file: &[u8]) -> (u32, u32, u64) {
    let info = sorakit::media::VideoInfo::read(std::io::Cursor::new(file)).unwrap();
    (
        info.width,
        info.height,
        info.duration.as_secs_f64().round() as u64,
    )
}

/// The data of the events of a stream, `[DONE]` excepted.
pub fn events(body: &[u8]) -> Vec<Value> {
    let text = String::from_utf8_lossy(body);
    let lines = text.lines().filter_map(|line| line.strip_prefix("data: "));
    let data = lines.filter(|data| *data != "[DONE]");
    data.map(|data| serde_json::from_str(data).unwrap())
        .collect()
}

/// A stepped simulator.
pub fn stepped() -> Simulator {
    Simulator::builder().stepped().start().unwrap()
}

/// Enough simulated time for a ten-second video.
pub const VIDEO_TIME: Duration = Duration::from_secs(200);
