"""Every operation of every dialect: `client.<dialect>.<group>.<verb>`."""
