//! The administration of a gateway that has one (`docs/wire/sora2api.md` §7.1):
//! logging in and out.

use crate::api::sora2api::admin::{LoggedIn, Login, Logout};
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
