//! The administration of a gateway that has one (`docs/wire/sora2api.md` §7.1):
//! logging in and out, and telling its two interfaces apart.

use crate::api::sora2api::admin::{AdminFlavour, Describe, LoggedIn, Login, Logout};
use crate::client::Client;
use crate::model::{Dialect, Error, ErrorKind, Result, Secret};

impl Client {
    /// Logs an admin in. The token is kept for the admin operations of this client and its
    /// clones, and in `admin_file` where one is given; with `admin_username` and
    /// `admin_password` among the options, a client logs in by itself.
    ///
    /// ```no_run
    /// # async fn example(client: sorakit::Client) -> sorakit::Result<()> {
    /// use sorakit::api::sora2api::admin::ListTokens;
    ///
    /// client.admin_login("admin", "your-password".into()).await?;
    /// let accounts = client.call(ListTokens {}).await?;
    /// println!("{} accounts", accounts.len());
    /// client.admin_logout().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `authentication` when the name or password is wrong.
    pub async fn admin_login(&self, username: &str, password: Secret) -> Result<LoggedIn> {
        self.require_admin().await?;
        self.call(Login {
            username: username.to_owned(),
            password,
        })
        .await
    }

    /// Logs the admin out, and forgets the token, even one that the gateway no longer
    /// knows.
    pub async fn admin_logout(&self) -> Result<()> {
        self.require_admin().await?;
        match self.call(Logout {}).await {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::Authentication => {}
            Err(error) => return Err(error),
        }
        self.set_admin_token(None);
        Ok(())
    }

    /// Tells the gateway's two admin interfaces apart by its description of itself. `None`
    /// when it gives none: then the first batch operation tells, by [`is_other_flavour`].
    pub async fn admin_flavour(&self) -> Result<Option<AdminFlavour>> {
        self.require_admin().await?;
        match self.call(Describe {}).await {
            Ok(described) => {
                let paths = described.paths.keys().map(String::as_str);
                Ok(AdminFlavour::of_paths(paths))
            }
            Err(error) => match error.kind() {
                ErrorKind::NotFound
                | ErrorKind::Unsupported
                | ErrorKind::Permission
                | ErrorKind::Authentication => Ok(None),
                _ => Err(error),
            },
        }
    }

    async fn require_admin(&self) -> Result<()> {
        self.find_out().await?;
        match self.dialect() {
            Dialect::Sora2api => Ok(()),
            other => Err(Error::new(
                ErrorKind::Unsupported,
                format!("the dialect `{other}` has no administration; `sora2api` has"),
            )),
        }
    }
}

/// True if the error of a batch operation says that the gateway has the other admin
/// interface: its path does not exist, or not for this method.
///
/// ```
/// use sorakit::is_other_flavour;
/// use sorakit::{Error, ErrorKind};
///
/// let error = Error::new(ErrorKind::Unsupported, "Method Not Allowed").with_status(405);
/// assert!(is_other_flavour(&error));
/// ```
pub fn is_other_flavour(error: &Error) -> bool {
    matches!(error.status(), Some(404 | 405))
}
