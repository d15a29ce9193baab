"""What calls give and take: one module for the one interface, one for each dialect."""
